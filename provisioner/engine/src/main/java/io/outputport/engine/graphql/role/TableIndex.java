package io.outputport.engine.graphql.role;

import io.outputport.engine.graphql.role.table.TableKey;
import io.outputport.engine.schema.TrackedTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tracked tables by where they are. */
record TableIndex(Map<TableKey, TrackedTable> tables) {
    static TableIndex of(List<TrackedTable> tables) {
        return new TableIndex(
                tables.stream().collect(Collectors.toMap(TableKey::of, Function.identity(), (first, second) -> first)));
    }

    Optional<TrackedTable> find(String source, String schema, String name) {
        return Optional.ofNullable(tables.get(new TableKey(source, schema, name)));
    }
}
