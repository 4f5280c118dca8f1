package io.outputport.sandbox.hasura.graphql.role;

import io.outputport.sandbox.hasura.schema.TrackedTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tracked tables by where they are. */
record TableIndex(Map<Key, TrackedTable> tables) {
    record Key(String source, String schema, String name) {
        static Key of(TrackedTable table) {
            return new Key(table.source(), table.databaseSchema(), table.databaseName());
        }
    }

    static TableIndex of(List<TrackedTable> tables) {
        return new TableIndex(
                tables.stream().collect(Collectors.toMap(Key::of, Function.identity(), (first, second) -> first)));
    }

    Optional<TrackedTable> find(String source, String schema, String name) {
        return Optional.ofNullable(tables.get(new Key(source, schema, name)));
    }
}
