package io.outputport.provisioner.register;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.ServedState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What this service itself remembers of each port. Later when its database does not answer. */
public interface PortRegister {
    /** Done and empty for a port that this service has never completed anything for. */
    Outcome<Optional<RegisteredPort>> find(String component);

    /** Replaces what was known of the port; a deployment that was known stays until there is a new one. */
    Outcome<RegisteredPort> save(RegisteredPort entry);

    /** Where the port may have been put since its last deployment, by provisions that did not get to their end. */
    Outcome<List<ServedState>> tried(String component);

    /** Before a known port is written into another place; until its next deployment. */
    Outcome<ServedState> trying(String component, ServedState place);

    /**
     * Before the first step of a removal: the port counts as new for its next provision, unless the removal is taken back.
     * What has begun before goes on. The answer is the component.
     */
    Outcome<String> beginRemoval(String component, String technology);

    /**
     * After a removal that failed: as long as it is not certain that it has taken everybody's access, the port lives as
     * before, and who had access is the newest word again.
     *
     * @param locked who has access as long as the port lives
     * @return whether it lives
     */
    Outcome<Boolean> takeBackRemoval(String component, People locked);

    /** The answer is the component. */
    Outcome<String> forget(String component);

    /**
     * One port.
     *
     * @param technology whose port it is
     * @param closed whether it is being removed or was never brought to life completely: the next provision treats it as
     *     new, whatever Hasura holds, so that nobody keeps access
     * @param refs the last access snapshot as it was asked for, without locked identities; empty when none is known
     * @param deployment empty for a port that this service has given access to, but never carried out
     */
    record RegisteredPort(
            String component,
            String technology,
            boolean closed,
            Optional<List<String>> refs,
            Optional<Deployment> deployment) {
        public RegisteredPort {
            refs = refs.map(List::copyOf);
        }

        public static RegisteredPort closed(String component, String technology) {
            return new RegisteredPort(component, technology, true, Optional.empty(), Optional.empty());
        }
    }

    /**
     * How a port was last carried out.
     *
     * @param descriptor the component's descriptor as it was sent
     */
    record Deployment(String descriptor, ServedState served, Instant at) {}
}
