package io.outputport.sharing.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A table's schema without what is its owner's business: generation expressions, defaults, constraints and other metadata of
 * columns that a log keeps beside their comments.
 */
final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> IN_PARQUET = Set.of("comment");
    /** By which columns are found in files, and values of an earlier type read as those of the column's. */
    private static final Set<String> IN_DELTA = Set.of(
            "comment",
            "delta.columnMapping.id",
            "delta.columnMapping.physicalName",
            "delta.columnMapping.nested.ids",
            "delta.typeChanges");

    private Schemas() {}

    static String forParquet(String schema) {
        return narrowed(schema, IN_PARQUET);
    }

    static String forDelta(String schema) {
        return narrowed(schema, IN_DELTA);
    }

    private static String narrowed(String schema, Set<String> kept) {
        try {
            JsonNode tree = JSON.readTree(schema);
            narrow(tree, kept);
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the reader of the log checked that it is a schema", broken);
        }
    }

    /** Types nest: structs in arrays in maps. */
    private static void narrow(JsonNode type, Set<String> kept) {
        if (type.path("metadata") instanceof ObjectNode metadata && type.has("name")) {
            metadata.retain(kept);
        }
        type.forEach(part -> narrow(part, kept));
    }
}
