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
    private static final Set<String> FOR_READERS = Set.of("comment");

    private Schemas() {}

    static String narrowed(String schema) {
        try {
            JsonNode tree = JSON.readTree(schema);
            narrow(tree);
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the reader of the log checked that it is a schema", broken);
        }
    }

    /** Types nest: structs in arrays in maps. */
    private static void narrow(JsonNode type) {
        if (type.path("metadata") instanceof ObjectNode metadata && type.has("name")) {
            metadata.retain(FOR_READERS);
        }
        type.forEach(Schemas::narrow);
    }
}
