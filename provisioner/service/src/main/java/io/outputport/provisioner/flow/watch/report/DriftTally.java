package io.outputport.provisioner.flow.watch.report;

import io.outputport.provisioner.register.PortState;
import io.outputport.provisioner.register.WatchedPort.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts what a check sees. */
public final class DriftTally {
    private final Map<String, PortState> astray = new TreeMap<>();
    private List<String> emptySources = List.of();
    private int inSync;
    private int drifted;
    private int missing;
    private int skipped;
    private int alerted;

    public void skip(int ports) {
        skipped += ports;
    }

    public void emptySources(List<String> names) {
        emptySources = Stream.concat(emptySources.stream(), names.stream()).toList();
    }

    public void add(String component, Sighting seen) {
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

    public DriftReport report(Instant at) {
        return new DriftReport(at, inSync, drifted, missing, skipped, alerted, astray, emptySources);
    }
}
