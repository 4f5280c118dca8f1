package io.outputport.provisioner.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Texts that say the same in another order: fields, items of lists, comments in front. */
public final class Shuffle {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random chance;

    public Shuffle(long seed) {
        chance = new Random(seed);
    }

    /** JSON is YAML, and YAML knows comments. */
    public String descriptor(String json) {
        return "# a comment\n".repeat(chance.nextInt(5)) + shuffled(read(json));
    }

    public String metadata(String json) {
        return shuffled(read(json)).toString();
    }

    private JsonNode shuffled(JsonNode node) {
        if (node.isObject()) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
            Collections.shuffle(fields, chance);
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.forEach(field -> object.set(field.getKey(), shuffled(field.getValue())));
            return object;
        }
        if (node.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            node.forEach(item -> items.add(shuffled(item)));
            Collections.shuffle(items, chance);
            return JsonNodeFactory.instance.arrayNode().addAll(items);
        }
        return node;
    }

    /** One form for all that differ in order only. */
    public static String sorted(String json) {
        return sorted(read(json)).toString();
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return JsonNodeFactory.instance.objectNode().setAll(fields);
        }
        if (node.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            node.forEach(item -> items.add(sorted(item)));
            items.sort(Comparator.comparing(JsonNode::toString));
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            return array.addAll(items);
        }
        return node;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(json, broken);
        }
    }
}
