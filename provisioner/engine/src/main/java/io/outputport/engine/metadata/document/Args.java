package io.outputport.engine.metadata.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of an operation; what is missing or of the wrong kind is refused with code parse-failed. */
public record Args(JsonNode json) {
    public static final String DEFAULT_SOURCE = "default";

    public JsonNode required(String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            throw Refused.parse("the key '" + key + "' was not present");
        }
        return value;
    }

    public String text(String key) {
        JsonNode value = required(key);
        if (!value.isTextual()) {
            throw Refused.parse("parsing Text failed, expected String for the key '" + key + "'");
        }
        return value.asText();
    }

    public boolean flag(String key, boolean absent) {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw Refused.parse("parsing Bool failed, expected Boolean for the key '" + key + "'");
        }
        return value.asBoolean();
    }

    public Optional<JsonNode> optional(String key) {
        return json.path(key).isMissingNode() || json.path(key).isNull()
                ? Optional.empty()
                : Optional.of(json.path(key));
    }

    public List<Args> list(String key) {
        if (!required(key).isArray()) {
            throw Refused.parse("parsing [] failed, expected Array for the key '" + key + "'");
        }
        List<Args> elements = new ArrayList<>();
        required(key).forEach(element -> elements.add(new Args(element)));
        return elements;
    }

    /** The source that a table is in. */
    public String source() {
        return json.has("source") ? text("source") : DEFAULT_SOURCE;
    }
}
