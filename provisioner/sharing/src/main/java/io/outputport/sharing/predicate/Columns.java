package io.outputport.sharing.predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.sharing.predicate.value.ValueKind;
import io.outputport.sharing.table.TableMetadata;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The columns of a table, by the names that its readers know. */
final class Columns {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PHYSICAL = "delta.columnMapping.physicalName";
    /** Files of an earlier type have statistics of that type, of which a float's are not those of a double. */
    private static final String TYPE_CHANGES = "delta.typeChanges";

    private final Map<String, Column> columns = new TreeMap<>();

    Columns(TableMetadata metadata) {
        boolean mapped = !metadata.configuration()
                .getOrDefault("delta.columnMapping.mode", "none")
                .equals("none");
        Set<String> partitions =
                metadata.partitionColumns().stream().map(Columns::key).collect(Collectors.toSet());
        for (JsonNode field : fields(metadata.schema())) {
            String name = field.path("name").asText();
            JsonNode more = field.path("metadata");
            columns.put(
                    key(name),
                    new Column(
                            mapped ? more.path(PHYSICAL).asText(name) : name,
                            more.has(TYPE_CHANGES) || !field.path("type").isTextual()
                                    ? Optional.empty()
                                    : ValueKind.of(field.path("type").asText()),
                            partitions.contains(key(name))));
        }
    }

    private static JsonNode fields(String schema) {
        try {
            return JSON.readTree(schema).path("fields");
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the reader of the log checked that it is a schema", broken);
        }
    }

    /** Whatever the case, as in Delta. */
    Optional<Column> named(String name) {
        return Optional.ofNullable(columns.get(key(name)));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
