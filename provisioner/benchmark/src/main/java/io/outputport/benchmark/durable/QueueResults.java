package io.outputport.benchmark.durable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.report.JsonReport;
import io.outputport.benchmark.run.HeapUse;
import io.outputport.benchmark.run.Latencies;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Tells what was measured of one contender, as soon as it is.
 *
 * @param contender how many tasks each replica works on at a time
 */
record QueueResults(String contender, PrintWriter out, JsonReport report, QueueWinners winners) {
    void begin() {
        String setting = "PARALLEL_TASKS=" + contender;
        tell("%s", setting);
        winners.begin(setting);
    }

    /** @param whole and {@code calls} are medians in milliseconds */
    void oneAtATime(double whole, double calls) throws IOException {
        tell(
                "one at a time: p50 %.1f ms from start to end, of which the same calls alone take %.1f ms: %.1f ms own",
                whole, calls, whole - calls);
        winners.add("own time of one at a time, p50 ms", whole - calls);
        report.add(row("one at a time")
                .put("p50Millis", whole)
                .put("callsP50Millis", calls)
                .put("ownMillis", whole - calls));
    }

    void acceptance(Latencies acceptance, int refused) throws IOException {
        tell("acceptance at %d/s: %s; not accepted: %d", Workload.PER_SECOND, sentence(acceptance), refused);
        winners.add("acceptance, p50 ms", acceptance.millis(50));
        winners.add("acceptance, p99 ms", acceptance.millis(99));
        report.add(row("acceptance", acceptance).put("notAccepted", refused));
    }

    void bareInserts(Latencies inserts) throws IOException {
        tell("a bare insert meanwhile: %s", sentence(inserts));
        report.add(row("bare insert", inserts));
    }

    void duration(double answeredSeconds, double drainedSeconds) throws IOException {
        tell("all answered after %.1f s, all drained after %.1f s", answeredSeconds, drainedSeconds);
        winners.add("all drained, s", drainedSeconds);
        report.add(row("duration").put("answeredSeconds", answeredSeconds).put("drainedSeconds", drainedSeconds));
    }

    void ends(long completed, int tasks, long begunAgain, double medianMillis) throws IOException {
        tell(
                "completed: %d of %d; begun more than once: %d; median from start to end under load: %.1f ms",
                completed, tasks, begunAgain, medianMillis);
        winners.add("from start to end under load, p50 ms", medianMillis);
        report.add(row("ends")
                .put("completed", completed)
                .put("begunMoreThanOnce", begunAgain)
                .put("p50Millis", medianMillis));
    }

    void heap(HeapUse first, HeapUse second) throws IOException {
        tell("heap: at most %d MiB and %d MiB of 256", first.peak(), second.peak());
        winners.add("most heap of a replica, MiB", Math.max(first.peak(), second.peak()));
        report.add(row("heap").put("firstMebibytes", first.peak()).put("secondMebibytes", second.peak()));
    }

    private void tell(String sentence, Object... values) {
        out.println(String.format(Locale.ROOT, sentence, values));
        out.flush();
    }

    private static String sentence(Latencies latencies) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, most %.1f ms (%d)",
                latencies.millis(50),
                latencies.millis(99),
                latencies.millis(100),
                latencies.count());
    }

    private ObjectNode row(String measured, Latencies latencies) {
        return row(measured)
                .put("p50Millis", latencies.millis(50))
                .put("p99Millis", latencies.millis(99))
                .put("mostMillis", latencies.millis(100))
                .put("count", latencies.count());
    }

    private ObjectNode row(String measured) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("parallelTasks", contender)
                .put("measured", measured);
    }
}
