package io.outputport.engine.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a run's placeholders, written {@code <name>}; one that has no value stays, for it may be a pattern of an
 * expected answer. A text that is nothing but a placeholder becomes its value, whatever kind of JSON that is.
 */
public record Names(Map<String, JsonNode> values) {
    private static final Pattern PLACEHOLDER = Pattern.compile("<(\\w+)>");

    public Names {
        values = Map.copyOf(values);
    }

    public Names with(Map<String, JsonNode> more) {
        Map<String, JsonNode> all = new HashMap<>(values);
        all.putAll(more);
        return new Names(all);
    }

    public JsonNode fill(JsonNode json) {
        if (json instanceof ObjectNode object) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            object.fields().forEachRemaining(field -> filled.set(fill(field.getKey()), fill(field.getValue())));
            return filled;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> filled.add(fill(element)));
            return filled;
        }
        if (!json.isTextual()) {
            return json;
        }
        JsonNode whole = json.asText().endsWith(">") ? values.get(json.asText().replaceAll("^<|>$", "")) : null;
        return whole != null ? whole : JsonNodeFactory.instance.textNode(fill(json.asText()));
    }

    public String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult found) {
        JsonNode value = values.get(found.group(1));
        return value == null ? found.group() : value.asText();
    }
}
