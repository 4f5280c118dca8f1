package io.outputport.benchmark.siege;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.run.ImageOptions;
import java.time.Duration;

/**
 * What was seen while one attack went on.
 *
 * @param peak resident memory in MiB; 0 where it is not known
 * @param errors lines of the log
 * @param requestsOnly whether callers alone did all that was wrong, so that no line of the log may call it an error
 * @param remark what else there is to tell
 */
record SiegeStage(
        String name,
        long peak,
        Watched watched,
        String answers,
        long errors,
        boolean requestsOnly,
        Fates fates,
        String remark) {

    /** How probes and small requests fared meanwhile. */
    record Watched(Duration liveness, int notLive, Duration small, int notServed) {}

    boolean holds() {
        return peak <= ImageOptions.LIMIT_MEBIBYTES && fates.lost() == 0 && (errors == 0 || !requestsOnly);
    }

    String row() {
        return "| %s | %d | %s | %s | %s | %d | %s | %s |"
                .formatted(
                        name,
                        peak,
                        told(watched.liveness(), watched.notLive()),
                        told(watched.small(), watched.notServed()),
                        answers,
                        errors,
                        fates,
                        remark);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("stage", name)
                .put("peakMebibytes", peak)
                .put("longestLivenessMillis", watched.liveness().toMillis())
                .put("longestSmallMillis", watched.small().toMillis())
                .put("answers", answers)
                .put("errorLines", errors)
                .put("accepted", fates.accepted())
                .put("lost", fates.lost())
                .put("remark", remark);
    }

    private static String told(Duration longest, int failed) {
        return longest.toMillis() + (failed == 0 ? "" : " (" + failed + " not 200)");
    }
}
