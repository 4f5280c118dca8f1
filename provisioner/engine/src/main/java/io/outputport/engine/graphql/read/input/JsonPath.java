package io.outputport.engine.graphql.read.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code path} of a JSON column, for example {@code $.visits[0]["first name"]}; a dot may stand before a bracket. */
public final class JsonPath {
    private static final Pattern STEP =
            Pattern.compile("\\.?(?:([A-Za-z0-9_-]+)|\\[(\\d+)]|\\[\"([^\"]*)\"]|\\['([^']*)'])");

    private JsonPath() {}

    /** The keys from the outside in; empty when the text is no path. */
    public static Optional<List<String>> parse(String text) {
        String steps = text.startsWith("$") ? text.substring(1) : text;
        List<String> keys = new ArrayList<>();
        Matcher step = STEP.matcher(steps);
        int end = 0;
        while (end < steps.length()) {
            if (!step.find(end) || step.start() != end) {
                return Optional.empty();
            }
            keys.add(key(step));
            end = step.end();
        }
        return Optional.of(keys);
    }

    public static String message(String text) {
        return "parse json path error: %s. Accept letters, digits, underscore (_) or hyphen (-) only. Use quotes enclosed in bracket ([\"...\"]) if there is any special character"
                .formatted(text);
    }

    private static String key(Matcher step) {
        for (int group = 1; group < step.groupCount(); group++) {
            if (step.group(group) != null) {
                return step.group(group);
            }
        }
        return step.group(step.groupCount());
    }
}
