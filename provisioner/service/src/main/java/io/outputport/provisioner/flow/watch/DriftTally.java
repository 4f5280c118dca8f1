package io.outputport.provisioner.flow.watch;

import io.outputport.provisioner.reconcile.PortState;
import io.outputport.provisioner.reconcile.WatchedPort.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a check sees. */
final class DriftTally {
    private final Map<String, PortState> astray = new TreeMap<>();
    private List<String> emptySources = List.of();
    private int inSync;
    private int drifted;
    private int missing;
    private int skipped;
    private int alerted;

    void skip(int ports) {
        skipped += ports;
    }

    void emptySources(List<String> names) {
        emptySources = names;
    }

    void add(String component, Sighting seen) {
        if (seen.driftedSince().isPresent()) {
            astray.put(component, seen.drift().missing() ? PortState.MISSING : PortState.DRIFTED);
        }
        if (seen.driftedSince().isEmpty()) {
            inSync++;
        } else if (seen.drift().missing()) {
            missing++;
        } else {
            drifted++;
        }
        alerted += seen.alerted() ? 1 : 0;
    }

    DriftReport report(Instant at) {
        return new DriftReport(at, inSync, drifted, missing, skipped, alerted, astray, emptySources);
    }
}
