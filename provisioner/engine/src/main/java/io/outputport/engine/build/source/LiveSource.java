package io.outputport.engine.build.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.source.DatabaseTable;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.SourceKind.Connection;
import io.outputport.engine.source.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A source that could be reached, and what was found in it then.
 *
 * @param configuration as it stood in the metadata at that time
 */
public record LiveSource(
        String name,
        SourceKind kind,
        JsonNode configuration,
        Connection connection,
        Map<TableName, DatabaseTable> tables) {
    public LiveSource {
        tables = Map.copyOf(tables);
    }

    public static LiveSource of(
            String name, SourceKind kind, JsonNode configuration, Connection connection, List<DatabaseTable> found) {
        return new LiveSource(
                name,
                kind,
                configuration,
                connection,
                found.stream().collect(Collectors.toMap(DatabaseTable::name, Function.identity(), (a, b) -> a)));
    }

    /** The same source after its tables have changed. */
    public LiveSource holding(List<DatabaseTable> found) {
        return of(name, kind, configuration, connection, found);
    }

    public Optional<DatabaseTable> table(TableName table) {
        return Optional.ofNullable(tables.get(table));
    }
}
