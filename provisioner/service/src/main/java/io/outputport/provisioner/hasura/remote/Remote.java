package io.outputport.provisioner.hasura.remote;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.port.plan.Change;
import java.time.Instant;

/** A system that ports are set up in. */
public interface Remote {
    /** Adds what this system holds of the port to what the others hold. Changes nothing. */
    Outcome<Actual> read(PortIdentity port, Actual soFar);

    /** The same; what was read since then, and shows nothing of the port, will do. */
    default Outcome<Actual> read(PortIdentity port, Actual soFar, Instant since) {
        return read(port, soFar);
    }

    /** Whether this system decides who may use a port. Access can be taken away while the others are down. */
    default boolean decidesAccess() {
        return false;
    }

    boolean carriesOut(HasuraStep step);

    /** Later when the system does not answer as it should; Stopped when it refuses. Safe to repeat after either. */
    Outcome<Change> apply(HasuraStep step, Progress progress);

    /**
     * Takes back what a component asked for and what has not begun, so that nothing happens any more once its task has
     * ended. {@link Outcome.Waiting} while what has begun is not at its end.
     */
    default Outcome<String> withdraw(String component) {
        return Outcome.done(component);
    }
}
