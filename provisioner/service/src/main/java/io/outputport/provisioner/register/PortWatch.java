package io.outputport.provisioner.register;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.register.WatchedPort.Sighting;
import java.util.List;
import java.util.Optional;

/** The register of ports as the watch sees it. Later when its database does not answer. */
public interface PortWatch {
    /** In the order of their components; without their descriptors, which can be large. */
    Outcome<List<WatchedPort>> ports(Page page);

    /**
     * Writes down what was seen of a port.
     *
     * @return false, and nothing is written, when the port has been carried out again, closed or removed since it was read
     */
    Outcome<Boolean> note(WatchedPort port, Sighting seen);

    /**
     * Which ports.
     *
     * @param after only components behind this one
     */
    record Page(Optional<String> component, Optional<PortState> state, Optional<String> after, int limit) {
        public static final int LARGEST = 500;

        public Page {
            if (limit < 1 || limit > LARGEST) {
                throw new IllegalArgumentException("a page has 1 to " + LARGEST + " ports");
            }
        }

        /** The first page of all. */
        public static Page first() {
            return new Page(Optional.empty(), Optional.empty(), Optional.empty(), LARGEST);
        }

        public Page behind(String last) {
            return new Page(component, state, Optional.of(last), limit);
        }
    }
}
