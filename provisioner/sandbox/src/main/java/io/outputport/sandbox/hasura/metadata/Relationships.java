package io.outputport.sandbox.hasura.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.hasura.build.LiveSource;
import io.outputport.sandbox.hasura.source.DatabaseTable.ForeignKey;
import io.outputport.sandbox.hasura.source.TableName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Where a relationship of the metadata leads. */
final class Relationships {
    private Relationships() {}

    /** @param entry the table that it belongs to */
    static Optional<TableName> target(LiveSource source, JsonNode entry, JsonNode relationship) {
        JsonNode using = relationship.path("using");
        JsonNode manual = using.path("manual_configuration").path("remote_table");
        if (!manual.isMissingNode()) {
            return Optional.of(source.kind().tableName(manual));
        }
        JsonNode key = using.path("foreign_key_constraint_on");
        if (key.has("table")) {
            return Optional.of(source.kind().tableName(key.path("table")));
        }
        TableName own = source.kind().tableName(entry.path("table"));
        Set<String> columns = columns(key);
        return source.table(own)
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(candidate -> candidate.columns().keySet().equals(columns))
                        .map(ForeignKey::target)
                        .findFirst());
    }

    private static Set<String> columns(JsonNode key) {
        if (key.isTextual()) {
            return Set.of(key.asText());
        }
        Set<String> columns = new HashSet<>();
        key.forEach(column -> columns.add(column.asText()));
        return columns;
    }
}
