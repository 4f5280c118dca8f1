package io.outputport.provisioner.flow.ports;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.flow.watch.DriftMode;
import io.outputport.provisioner.flow.watch.DriftSettings;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import io.outputport.provisioner.task.life.RecurringJobs;
import java.util.List;
import java.util.Optional;

/** What an operator asks for a port by hand: who may read it, a look at all of them now, a repair. */
public final class PortCare {
    private static final ProblemCode UNKNOWN = new ProblemCode("port-unknown");
    private static final ProblemCode NOT_CHECKED = new ProblemCode("drift-check-off");
    /** Like those that the drift check asks for: an operator's joins one that waits. */
    private static final Optional<String> ALL_ALIKE = Optional.of("repair");

    private final PortRegister register;
    private final AccessLedger ledger;
    private final DriftSettings settings;
    private final RecurringJobs jobs;

    PortCare(PortRegister register, AccessLedger ledger, DriftSettings settings, RecurringJobs jobs) {
        this.register = register;
        this.ledger = ledger;
        this.settings = settings;
        this.jobs = jobs;
    }

    /** Refs of everybody who is to have access; done and empty where that is not known. */
    public Outcome<Optional<List<String>>> access(String component) {
        return ledger.find(component)
                .map(word -> word.flatMap(AccessLedger.Word::people).map(People::refs));
    }

    /** Stopped for a port that was never carried out: there is nothing to go back to. */
    public Outcome<Submission> repair(String component) {
        return register.find(component)
                .then(entry -> entry.filter(
                                port -> !port.closed() && port.deployment().isPresent())
                        .map(port -> Outcome.done(new Submission(Operation.REPAIR, component, "{}", ALL_ALIKE)))
                        .orElseGet(() -> Outcome.stopped(unknown())));
    }

    /** Has all ports looked at soon; the answer is what is done about drift. */
    public Outcome<String> check() {
        if (settings.mode() == DriftMode.OFF) {
            return Outcome.stopped(
                    Problem.of(NOT_CHECKED, "Nobody looks for drift here.", "Let the operator set DRIFT_CHECK."));
        }
        jobs.hasten(DriftSettings.JOB);
        return Outcome.done(settings.mode().name().toLowerCase(java.util.Locale.ROOT));
    }

    public static Problem unknown() {
        return Problem.of(
                UNKNOWN,
                "No port of this component has been carried out completely, or it is being removed.",
                "GET /v1/ports lists the ports; provision it again.");
    }
}
