package io.outputport.engine.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a text of a case stands for: itself, or {@code <any>} (anything that is there), {@code <absent>},
 * {@code <text>}, {@code <number>}, {@code <contains> …}, {@code <starts> …}, {@code <either> … <or> …} for answers that
 * differ between versions.
 */
record TextPattern(Predicate<JsonNode> test) {
    private static final String CONTAINS = "<contains> ";
    private static final String STARTS = "<starts> ";
    private static final String EITHER = "<either> ";

    static TextPattern of(String pattern) {
        return new TextPattern(
                switch (pattern) {
                    case "<any>" -> found -> !found.isMissingNode();
                    case "<absent>" -> JsonNode::isMissingNode;
                    case "<text>" -> JsonNode::isTextual;
                    case "<number>" -> JsonNode::isNumber;
                    default -> text(pattern);
                });
    }

    boolean matches(JsonNode found) {
        return test.test(found);
    }

    private static Predicate<JsonNode> text(String pattern) {
        if (pattern.startsWith(CONTAINS)) {
            return textual(text -> text.contains(pattern.substring(CONTAINS.length())));
        }
        if (pattern.startsWith(STARTS)) {
            return textual(text -> text.startsWith(pattern.substring(STARTS.length())));
        }
        if (pattern.startsWith(EITHER)) {
            return either(List.of(pattern.substring(EITHER.length()).split(" <or> ")));
        }
        return textual(pattern::equals);
    }

    private static Predicate<JsonNode> either(List<String> patterns) {
        return found -> patterns.stream().anyMatch(one -> of(one).matches(found));
    }

    private static Predicate<JsonNode> textual(Predicate<String> test) {
        return found -> found.isTextual() && test.test(found.asText());
    }
}
