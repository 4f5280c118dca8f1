package io.outputport.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Metadata documents for tests, put together piece by piece. */
public final class TestMetadata {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TestMetadata() {}

    public static ObjectNode metadata(JsonNode... sources) {
        ObjectNode metadata = JSON.createObjectNode().put("version", 3);
        metadata.putArray("sources").addAll(List.of(sources));
        return metadata;
    }

    public static ObjectNode source(String name, String url, JsonNode... tables) {
        return source(name, json("{\"connection_info\":{\"database_url\":\"" + url + "\"}}"), tables);
    }

    public static ObjectNode source(String name, JsonNode configuration, JsonNode... tables) {
        ObjectNode source = JSON.createObjectNode().put("name", name).put("kind", "postgres");
        source.putArray("tables").addAll(List.of(tables));
        source.set("configuration", configuration);
        return source;
    }

    public static ObjectNode table(String schema, String name) {
        ObjectNode table = JSON.createObjectNode();
        table.putObject("table").put("name", name).put("schema", schema);
        return table;
    }

    public static ObjectNode table(String schema, String name, String configuration) {
        ObjectNode table = table(schema, name);
        table.set("configuration", json(configuration));
        return table;
    }

    public static ObjectNode readableBy(ObjectNode table, String role, String permission) {
        ObjectNode entry = table.withArray("/select_permissions").addObject();
        entry.put("role", role).set("permission", json(permission));
        return table;
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }
}
