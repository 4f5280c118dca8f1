package io.outputport.provisioner.flow.watch.report;

import io.outputport.provisioner.register.PortState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one drift check has found.
 *
 * @param skipped ports with an unfinished task
 * @param alerted of the drifted and missing ones: those that are not repaired any more
 * @param astray each drifted or missing port by its component
 * @param emptySources sources in Hasura that were made for output ports and hold nothing any more
 */
public record DriftReport(
        Instant at,
        int inSync,
        int drifted,
        int missing,
        int skipped,
        int alerted,
        Map<String, PortState> astray,
        List<String> emptySources) {
    public DriftReport {
        astray = Map.copyOf(astray);
        emptySources = List.copyOf(emptySources);
    }
}
