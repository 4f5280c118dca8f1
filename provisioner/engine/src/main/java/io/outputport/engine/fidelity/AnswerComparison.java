package io.outputport.engine.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Compares an answer with what a case expects: exactly, except where the case says otherwise. An object with the key
 * {@code <others>} may have keys that are not named. An array that begins with {@code <any order>} has its elements in
 * any order; one that begins with {@code <among others>} may have elements that are not named. Texts see
 * {@link TextPattern}.
 */
final class AnswerComparison {
    private static final String OTHERS = "<others>";
    private static final String ANY_ORDER = "<any order>";
    private static final String AMONG_OTHERS = "<among others>";

    private AnswerComparison() {}

    static List<Difference> of(JsonNode expected, JsonNode found) {
        if (expected.isTextual()) {
            return when(TextPattern.of(expected.asText()).matches(found), expected, found);
        }
        if (expected.isNumber() && found.isNumber()) {
            return when(expected.decimalValue().compareTo(found.decimalValue()) == 0, expected, found);
        }
        if (expected instanceof ObjectNode fields && found.isObject()) {
            return objects(fields, found);
        }
        if (expected instanceof ArrayNode elements && found.isArray()) {
            return arrays(elements, found);
        }
        return when(expected.equals(found), expected, found);
    }

    private static List<Difference> when(boolean equal, JsonNode expected, JsonNode found) {
        return equal ? List.of() : List.of(different(expected, found));
    }

    private static Difference different(JsonNode expected, JsonNode found) {
        return new Difference("", expected.toString(), found.isMissingNode() ? "nothing" : found.toString());
    }

    private static List<Difference> objects(ObjectNode expected, JsonNode found) {
        List<Difference> differences = new ArrayList<>();
        expected.fields().forEachRemaining(field -> {
            if (!field.getKey().equals(OTHERS)) {
                of(field.getValue(), found.path(field.getKey()))
                        .forEach(difference -> differences.add(difference.below("/" + field.getKey())));
            }
        });
        if (!expected.has(OTHERS)) {
            found.fields().forEachRemaining(field -> {
                if (!expected.has(field.getKey())) {
                    differences.add(new Difference(
                            "/" + field.getKey(), "nothing", field.getValue().toString()));
                }
            });
        }
        return differences;
    }

    private static List<Difference> arrays(ArrayNode expected, JsonNode found) {
        String first = expected.path(0).asText();
        if (first.equals(ANY_ORDER) || first.equals(AMONG_OTHERS)) {
            boolean others = first.equals(AMONG_OTHERS);
            return when(unordered(expected, found, others), expected, found);
        }
        if (expected.size() != found.size()) {
            return List.of(different(expected, found));
        }
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            String place = "/" + i;
            of(expected.get(i), found.get(i)).forEach(difference -> differences.add(difference.below(place)));
        }
        return differences;
    }

    /** Each expected element takes the first one that is like it. */
    private static boolean unordered(ArrayNode expected, JsonNode found, boolean others) {
        List<JsonNode> left =
                new ArrayList<>(StreamSupport.stream(found.spliterator(), false).toList());
        for (JsonNode element : expected) {
            if (element == expected.get(0)) {
                continue;
            }
            Optional<JsonNode> like =
                    left.stream().filter(one -> of(element, one).isEmpty()).findFirst();
            if (like.isEmpty()) {
                return false;
            }
            left.remove(like.get());
        }
        return others || left.isEmpty();
    }
}
