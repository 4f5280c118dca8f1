package io.outputport.provisioner.descriptor.tree;

import io.outputport.provisioner.outcome.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One value of a descriptor and where it starts. An alias is the same node again, never a copy. */
sealed interface Node {
    Position position();

    /** How a message names the kind of value. */
    String kind();

    /**
     * A scalar.
     *
     * @param plain whether it stood without quotes, so that {@code null} means nothing at all
     */
    record Text(String text, boolean plain, Position position) implements Node {
        private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

        boolean isNull() {
            return plain && NOTHING.contains(text);
        }

        @Override
        public String kind() {
            return "text";
        }
    }

    /** An object, its fields in the order they were written. */
    record Fields(Map<String, Node> values, Position position) implements Node {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String kind() {
            return "an object";
        }
    }

    /** A list. */
    record Items(List<Node> values, Position position) implements Node {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }
}
