package io.outputport.sandbox.interleaving;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What happens to one port, or beside it. */
public sealed interface Action {
    /** @param renamed whether the descriptor bears the second of the product's two names */
    record Provision(boolean renamed) implements Action {}

    record UpdateAcl(Set<Person> people) implements Action {
        public UpdateAcl {
            people = Set.copyOf(people);
        }
    }

    record Unprovision() implements Action {}

    /** {@code DELETE} of the task that was accepted last. */
    record Stop() implements Action {}

    /**
     * The next calls there meet a fault.
     *
     * @param type the {@code type} in their body, where it matters
     */
    record Fault(String path, Optional<String> type, String name, Duration length, int times) implements Action {
        /** As a stand-in takes it; it meets only calls that mention this. */
        public String json(String mentioned) {
            return "[{\"path\":\"%s\",%s\"mentions\":\"%s\",\"fault\":\"%s\",\"millis\":%d,\"times\":%d}]"
                    .formatted(
                            path,
                            type.map("\"type\":\"%s\","::formatted).orElse(""),
                            mentioned,
                            name,
                            length.toMillis(),
                            times);
        }
    }

    /**
     * A replica dies; another takes its place.
     *
     * @param replica which of them
     */
    record Kill(int replica) implements Action {}

    /** How long the role mapper takes for each row, from now on. */
    record Pace(Duration perRow) implements Action {}

    /** @param pause how long after the action before it */
    record Timed(Duration pause, Action action) {
        @Override
        public String toString() {
            return "+" + pause.toMillis() + " ms " + action;
        }
    }
}
