package io.outputport.sharing.protocol;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.protocol.refusal.Refusals;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a client says that it can read, in its header {@code delta-sharing-capabilities}: pairs of a key and values, such as
 * {@code responseformat=delta,parquet;readerfeatures=deletionvectors}.
 *
 * @param formats of lines; parquet when the client names none
 * @param endsWithAction whether the client wants to be told that the answer is whole
 */
record Capabilities(Set<String> formats, boolean endsWithAction) {
    static final String HEADER = "delta-sharing-capabilities";

    private static final String PARQUET = "parquet";
    private static final String DELTA = "delta";

    static Outcome<Capabilities> of(Optional<String> header) {
        Map<String, List<String>> pairs = new TreeMap<>();
        for (String pair : header.orElse("").toLowerCase(Locale.ROOT).split(";")) {
            String[] sides = pair.split("=", 2);
            if (sides.length == 2) {
                pairs.put(
                        sides[0].strip(),
                        Arrays.stream(sides[1].split(",")).map(String::strip).toList());
            }
        }
        Set<String> formats = Set.copyOf(pairs.getOrDefault("responseformat", List.of(PARQUET)));
        boolean known = formats.contains(PARQUET) || formats.contains(DELTA);
        return known
                ? Outcome.done(new Capabilities(
                        formats,
                        pairs.getOrDefault("includeendstreamaction", List.of()).contains("true")))
                : Outcome.stopped(unknown());
    }

    private static Problem unknown() {
        return Refusals.parameter(
                "The header " + HEADER + " names no response format that there is.",
                "Write responseformat=parquet, responseformat=delta or both.");
    }

    /** Whether lines of Parquet are among what is asked for; the other format is not made yet. */
    Outcome<Capabilities> parquet() {
        return formats.contains(PARQUET)
                ? Outcome.done(this)
                : Outcome.stopped(Refusals.notServed(
                        "The response format delta", "Send the header " + HEADER + ": responseformat=parquet."));
    }

    /** What an answer with files says that it is. */
    String answer() {
        return withoutEnd() + (endsWithAction ? ";includeendstreamaction=true" : "");
    }

    /** What an answer says that has no lines to lose. */
    String withoutEnd() {
        return "responseformat=" + PARQUET;
    }
}
