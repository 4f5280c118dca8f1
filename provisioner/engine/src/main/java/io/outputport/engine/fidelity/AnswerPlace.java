package io.outputport.engine.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.stream.StreamSupport;

/**
 * Finds a place in an answer: keys and positions with {@code /} before each, as in a JSON pointer, and
 * {@code key=value} for the element of an array whose {@code key} has that text. Slashes of a key are written {@code ~1}.
 */
public final class AnswerPlace {
    private AnswerPlace() {}

    /** Missing where there is no such place. */
    static JsonNode find(JsonNode answer, String place) {
        JsonNode found = answer;
        for (String step : place.split("/")) {
            if (!step.isEmpty()) {
                found = step(found, step.replace("~1", "/"));
            }
        }
        return found;
    }

    private static JsonNode step(JsonNode from, String step) {
        int equals = step.indexOf('=');
        if (equals > 0) {
            String value = step.substring(equals + 1);
            return StreamSupport.stream(from.spliterator(), false)
                    .filter(element ->
                            element.path(step.substring(0, equals)).asText().equals(value))
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }
        return from.isArray() ? from.path(Integer.parseInt(step)) : from.path(step);
    }
}
