package io.outputport.provisioner.port.people;

import java.util.Optional;

/**
 * What is known of a port's access.
 *
 * @param registration what the register of ports says
 * @param snapshot who was last given access; empty when that is not known
 * @param locked who has access always, by the operator's decision
 * @param given everybody whom the role mapper was last told, also who was locked then; empty when that is not known
 */
public record Standing(Registration registration, Optional<People> snapshot, People locked, Optional<People> given) {
    /** Nothing is known, and nobody is locked. */
    public static final Standing UNKNOWN = new Standing(Registration.UNKNOWN, Optional.empty(), People.NOBODY);

    /** The same people are locked as ever. */
    public Standing(Registration registration, Optional<People> snapshot, People locked) {
        this(registration, snapshot, locked, snapshot.map(people -> people.and(locked)));
    }

    /** What the register of ports says. */
    public enum Registration {
        UNKNOWN,
        /** It was carried out by this service and its removal has not begun: whatever Hasura lost, its people keep it. */
        ALIVE,
        /** It counts as new, whatever Hasura holds. */
        CLOSED
    }

    public boolean isAlive() {
        return registration == Registration.ALIVE;
    }

    public boolean isClosed() {
        return registration == Registration.CLOSED;
    }
}
