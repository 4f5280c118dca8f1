package io.outputport.sharing.protocol.ask;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.line.ReaderNeeds;
import io.outputport.sharing.line.ResponseFormat;
import io.outputport.sharing.protocol.refusal.Refusals;
import io.outputport.sharing.table.Snapshot;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a client says that it can read, in its header {@code delta-sharing-capabilities}: pairs of a key and values, such as
 * {@code responseformat=delta,parquet;readerfeatures=deletionvectors}.
 *
 * @param formats of lines; parquet when the client names none
 * @param features those of Delta that it knows, in lower case
 * @param endsWithAction whether the client wants to be told that the answer is whole
 */
public record Capabilities(Set<ResponseFormat> formats, Set<String> features, boolean endsWithAction) {
    public static final String HEADER = "delta-sharing-capabilities";

    public static Outcome<Capabilities> of(Optional<String> header) {
        Map<String, List<String>> pairs = new TreeMap<>();
        for (String pair : header.orElse("").toLowerCase(Locale.ROOT).split(";")) {
            String[] sides = pair.split("=", 2);
            if (sides.length == 2) {
                pairs.put(
                        sides[0].strip(),
                        Arrays.stream(sides[1].split(",")).map(String::strip).toList());
            }
        }
        List<String> named = pairs.getOrDefault("responseformat", List.of(ResponseFormat.PARQUET.header()));
        Set<ResponseFormat> formats = EnumSet.allOf(ResponseFormat.class);
        formats.removeIf(format -> !named.contains(format.header()));
        return formats.isEmpty()
                ? Outcome.stopped(unknown())
                : Outcome.done(new Capabilities(
                        formats,
                        Set.copyOf(new TreeSet<>(pairs.getOrDefault("readerfeatures", List.of()))),
                        pairs.getOrDefault("includeendstreamaction", List.of()).contains("true")));
    }

    private static Problem unknown() {
        return Refusals.parameter(
                "The header " + HEADER + " names no response format that there is.",
                "Write responseformat=parquet, responseformat=delta or both.");
    }

    /** The simplest format that says everything about the table, if the client reads it. */
    public Outcome<ResponseFormat> format(Snapshot table) {
        Optional<Problem> unsaid = ReaderNeeds.refusal(table);
        if (unsaid.isPresent()) {
            return Outcome.stopped(unsaid.get());
        }
        Set<String> needs = ReaderNeeds.of(table);
        if (needs.isEmpty() && formats.contains(ResponseFormat.PARQUET)) {
            return Outcome.done(ResponseFormat.PARQUET);
        }
        boolean known = needs.stream().allMatch(need -> features.contains(need.toLowerCase(Locale.ROOT)));
        return known && formats.contains(ResponseFormat.DELTA)
                ? Outcome.done(ResponseFormat.DELTA)
                : Outcome.stopped(Refusals.notAsked(
                        "The table uses " + ReaderNeeds.together(needs),
                        "Send the header " + HEADER + ": responseformat=delta;readerfeatures="
                                + needs.stream()
                                        .map(need -> need.toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(","))));
    }

    /** What an answer with files says that it is. */
    public String answer(ResponseFormat format) {
        return withoutEnd(format) + (endsWithAction ? ";includeendstreamaction=true" : "");
    }

    /** What an answer says that has no lines to lose. */
    public static String withoutEnd(ResponseFormat format) {
        return "responseformat=" + format.header();
    }
}
