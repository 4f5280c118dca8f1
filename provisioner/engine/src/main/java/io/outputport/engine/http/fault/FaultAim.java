package io.outputport.engine.http.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Request;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests a fault waits for.
 *
 * @param path their path; with a star at its end, the beginning of paths
 * @param type the {@code type} in their body, for example {@code replace_metadata}, or several with {@code |} between
 *     them; empty for any
 * @param mentions what stands somewhere in their path or body, for example a component id; empty for anything
 */
record FaultAim(String path, Optional<String> type, Optional<String> mentions) {
    boolean meets(Request request) {
        return isOn(request.path())
                && type.map(types -> isOneOf(types, request)).orElse(true)
                && mentions.map(text ->
                                request.path().contains(text) || request.body().contains(text))
                        .orElse(true);
    }

    private static boolean isOneOf(String types, Request request) {
        return request.json()
                .map(body -> body.path("type").asText())
                .filter(Set.of(types.split("\\|"))::contains)
                .isPresent();
    }

    private boolean isOn(String asked) {
        return path.endsWith("*") ? asked.startsWith(path.substring(0, path.length() - 1)) : asked.equals(path);
    }

    void writeTo(ObjectNode json) {
        json.put("path", path);
        type.ifPresent(value -> json.put("type", value));
        mentions.ifPresent(value -> json.put("mentions", value));
    }
}
