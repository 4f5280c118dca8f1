package io.outputport.benchmark.revocation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.benchmark.report.JsonReport;
import io.outputport.benchmark.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Tells what was measured, as soon as it is. */
record RevocationResults(Table table, JsonReport report) {
    static final List<String> TITLES =
            List.of("           situation", "revocations", "median ms", "longest ms", "not effective in time");

    /**
     * One situation.
     *
     * @param times from sent to effective
     * @param late how many were not effective within the limit; their times are the limit
     */
    void add(Situation situation, List<Duration> times, long late) throws IOException {
        List<Duration> sorted = times.stream().sorted().toList();
        long median = sorted.get(sorted.size() / 2).toMillis();
        long longest = sorted.get(sorted.size() - 1).toMillis();
        table.row(List.of(
                situation.words(),
                Integer.toString(times.size()),
                Long.toString(median),
                Long.toString(longest),
                Long.toString(late)));
        report.add(JsonNodeFactory.instance
                .objectNode()
                .put("situation", situation.words())
                .put("revocations", times.size())
                .put("medianMillis", median)
                .put("longestMillis", longest)
                .put("late", late));
    }
}
