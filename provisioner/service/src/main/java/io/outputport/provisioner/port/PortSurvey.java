package io.outputport.provisioner.port;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.ConsumerView;
import io.outputport.provisioner.port.plan.Forecast;
import java.util.List;
import java.util.Optional;

/** What everybody who can be asked says of a port that is wanted; one who does not answer keeps no other from being asked. */
public interface PortSurvey {
    /** Names that others hold: what nothing outside will mend. */
    List<Problem> taken();

    /** What the outside does not hold now, or could not be asked for. */
    List<Problem> notices();

    /** What looks like a mistake, but stops nobody. */
    List<Problem> advice();

    /** Sentences that a provision would log. */
    List<String> remarks();

    /** Empty where the source could not be read, or nothing is left to show. */
    Optional<ConsumerView> view();

    /** Empty where somebody could not be asked; stopped as the provision would be. */
    Optional<Outcome<Forecast>> forecast(Standing standing);
}
