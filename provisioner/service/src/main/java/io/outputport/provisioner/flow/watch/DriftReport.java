package io.outputport.provisioner.flow.watch;

import io.outputport.provisioner.reconcile.PortState;
import java.time.Instant;
import java.util.Map;

/**
 * What one drift check has found.
 *
 * @param skipped ports with an unfinished task
 * @param alerted of the drifted and missing ones: those that are not repaired any more
 * @param astray each drifted or missing port by its component
 */
public record DriftReport(
        Instant at, int inSync, int drifted, int missing, int skipped, int alerted, Map<String, PortState> astray) {
    public DriftReport {
        astray = Map.copyOf(astray);
    }
}
