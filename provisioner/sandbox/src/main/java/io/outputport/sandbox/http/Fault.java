package io.outputport.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An armed fault.
 *
 * @param path the path it waits for; with a star at its end, the beginning of paths
 * @param type the {@code type} in the body it waits for, for example {@code replace_metadata}; empty for any
 * @param name which fault, for example {@code timeout-after}
 * @param millis how long it holds the answer, where it holds one
 * @param times how many requests it still meets
 */
public record Fault(String path, Optional<String> type, String name, long millis, int times) {
    boolean meets(Request request) {
        return isOn(request.path())
                && (type.isEmpty()
                        || type.equals(
                                request.json().map(body -> body.path("type").asText())));
    }

    private boolean isOn(String asked) {
        return path.endsWith("*") ? asked.startsWith(path.substring(0, path.length() - 1)) : asked.equals(path);
    }

    Fault once() {
        return new Fault(path, type, name, millis, times - 1);
    }

    JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("path", path);
        type.ifPresent(value -> json.put("type", value));
        return json.put("fault", name).put("millis", millis).put("times", times);
    }
}
