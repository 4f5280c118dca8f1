package io.outputport.provisioner.flow.watch;

import io.outputport.provisioner.reconcile.WatchedPort.Sighting;
import java.time.Instant;

/** Counts what a check sees. */
final class DriftTally {
    private int inSync;
    private int drifted;
    private int missing;
    private int skipped;
    private int alerted;

    void skip(int ports) {
        skipped += ports;
    }

    void add(Sighting seen) {
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
        return new DriftReport(at, inSync, drifted, missing, skipped, alerted);
    }
}
