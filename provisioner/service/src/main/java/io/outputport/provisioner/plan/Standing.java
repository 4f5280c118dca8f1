package io.outputport.provisioner.plan;

import java.util.Optional;

/**
 * What is known of a port's access.
 *
 * @param closed whether it counts as new whatever Hasura holds
 * @param snapshot who was last given access; empty when that is not known
 * @param locked who has access always, by the operator's decision
 */
public record Standing(boolean closed, Optional<People> snapshot, People locked) {
    /** Nothing is known, and nobody is locked. */
    public static final Standing UNKNOWN = new Standing(false, Optional.empty(), People.NOBODY);

    /** Whether this service itself brought the port to life and has not begun to remove it. */
    public boolean isAlive() {
        return !closed && snapshot.isPresent();
    }
}
