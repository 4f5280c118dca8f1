package io.outputport.provisioner.descriptor.tree;

import io.outputport.foundation.outcome.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One value of a descriptor and where it starts. An alias is the same node again, never a copy. */
public sealed interface Node {
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

    /**
     * An object, its fields in the order they were written.
     *
     * @param keys where their names stand, in the same order: line and column in one number, since there may be many
     */
    record Fields(Map<String, Node> values, long[] keys, Position position) implements Node {
        /** @param keys where the name of each field stands */
        static Fields of(Map<String, Node> values, Map<String, Position> keys, Position position) {
            long[] places = values.keySet().stream()
                    .map(keys::get)
                    .mapToLong(key -> (long) key.line() << Integer.SIZE | key.column())
                    .toArray();
            return new Fields(Collections.unmodifiableMap(new LinkedHashMap<>(values)), places, position);
        }

        /** The same with another value in a field that is there. */
        Fields with(String name, Node value) {
            Map<String, Node> changed = new LinkedHashMap<>(values);
            changed.put(name, value);
            return new Fields(Collections.unmodifiableMap(changed), keys, position);
        }

        /** Where the names stand; to be asked for seldom. */
        Map<String, Position> names() {
            Map<String, Position> names = new LinkedHashMap<>();
            values.keySet()
                    .forEach(name -> names.put(
                            name, new Position((int) (keys[names.size()] >>> Integer.SIZE), (int) keys[names.size()])));
            return names;
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
