package io.outputport.benchmark.scale;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.landscape.EngineCounters;
import io.outputport.benchmark.run.HeapUse;
import io.outputport.benchmark.scale.contender.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of the results.
 *
 * @param deployed how many ports stand in Hasura's metadata with their permission
 * @param answering of how many ports, a few of each cell, a query as their role was answered
 */
record Measured(
        Cell cell,
        String contender,
        Deployment deployment,
        int deployed,
        int answering,
        EngineCounters engine,
        long bytes) {
    static final List<String> TITLES = List.of(
            "tables",
            "ports",
            "   contender",
            "deployed",
            "builds",
            "writes",
            " looks",
            "     wall s",
            "  charged s",
            "      p50 s",
            "      p99 s",
            "moved MiB",
            "heap MiB",
            "times faster",
            "         won",
            "remark");

    /**
     * The row as text.
     *
     * @param race with the first contender; empty for that one, and for one that did not deploy all
     */
    List<String> row(Optional<Race> race) {
        return List.of(
                Integer.toString(cell.tables()),
                Integer.toString(cell.ports()),
                contender,
                Integer.toString(deployed),
                Long.toString(engine.schemaBuilds()),
                Long.toString(engine.metadataWrites()),
                Long.toString(engine.introspections()),
                seconds(deployment.wall()),
                seconds(engine.charged()),
                seconds(percentile(50)),
                seconds(percentile(99)),
                String.format(Locale.ROOT, "%.1f", bytes / (1024.0 * 1024.0)),
                deployment.heap().map(HeapUse::peak).map(String::valueOf).orElse("-"),
                race.map(both -> String.format(Locale.ROOT, "%.1f", both.times()))
                        .orElse("-"),
                race.map(Race::winner).orElse("-"),
                deployment.remark());
    }

    boolean isComplete() {
        return deployed == cell.ports();
    }

    ObjectNode json(Optional<Race> race) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("tables", cell.tables());
        json.put("ports", cell.ports()).put("contender", contender);
        json.put("deployed", deployed).put("answering", answering);
        json.put("schemaBuilds", engine.schemaBuilds()).put("metadataWrites", engine.metadataWrites());
        json.put("introspections", engine.introspections());
        json.put("wallMillis", deployment.wall().toMillis());
        json.put("chargedMillis", engine.charged().toMillis());
        json.put("p50Millis", percentile(50).toMillis());
        json.put("p99Millis", percentile(99).toMillis());
        json.put("bytesMoved", bytes);
        deployment
                .heap()
                .ifPresent(heap -> json.put("peakHeapMebibytes", heap.peak()).put("liveHeapMebibytes", heap.live()));
        race.ifPresent(both ->
                json.put("timesFaster", Math.round(both.times() * 10) / 10.0).put("won", both.winner()));
        return json.put("remark", deployment.remark());
    }

    private Duration percentile(double percent) {
        return deployment.latencies().percentile(percent);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
