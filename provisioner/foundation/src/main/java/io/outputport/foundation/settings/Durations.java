package io.outputport.foundation.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as operators write them. */
final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(\\.\\d{1,3})?\\s*(ms|s|m|h|d)?");

    private Durations() {}

    static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        double amount = Double.parseDouble(form.group(1) + (form.group(2) == null ? "" : form.group(2)));
        String unit = form.group(3) == null ? "s" : form.group(3);
        long millis =
                switch (unit) {
                    case "ms" -> 1L;
                    case "s" -> 1_000L;
                    case "m" -> 60_000L;
                    case "h" -> 3_600_000L;
                    default -> 86_400_000L;
                };
        return Optional.of(Duration.ofMillis(Math.round(amount * millis)));
    }
}
