package io.outputport.provisioner.flow.watch;

import io.outputport.provisioner.port.Drift;
import io.outputport.provisioner.register.PortState;
import io.outputport.provisioner.register.PortWatch;
import io.outputport.provisioner.register.WatchedPort;
import io.outputport.provisioner.register.WatchedPort.Sighting;
import java.time.Instant;
import java.util.Optional;

/** Writes down what was seen of a port, and says it when it begins or ends. */
final class PortJudge {
    private final PortWatch watch;
    private final DriftLog log;

    PortJudge(PortWatch watch, DriftLog log) {
        this.watch = watch;
        this.log = log;
    }

    /** What is then known of the port; empty when it was carried out anew in the meantime, or nothing could be written. */
    Optional<Sighting> judge(WatchedPort port, Drift drift, boolean roleMissing, Instant now) {
        Sighting before = port.sighting();
        Sighting seen = seen(before, drift, roleMissing, now);
        boolean isNews = !seen.equals(before) || (!drift.isNone() && port.state() == PortState.IN_SYNC);
        if (isNews && !noted(port, seen)) {
            return Optional.empty();
        }
        if (before.driftedSince().isEmpty() && seen.driftedSince().isPresent()) {
            log.begun(port, drift);
        } else if (before.driftedSince().isPresent() && seen.driftedSince().isEmpty()) {
            log.ended(port);
        }
        return Optional.of(seen);
    }

    boolean noted(WatchedPort port, Sighting seen) {
        return watch.note(port, seen).match(noted -> noted, (after, problem) -> false, problems -> false);
    }

    private static Sighting seen(Sighting before, Drift drift, boolean roleMissing, Instant now) {
        var repairs = RepairBrake.recent(before.repairs(), now);
        return drift.isNone()
                ? new Sighting(Optional.empty(), Drift.NONE, roleMissing, repairs, false)
                : new Sighting(
                        before.driftedSince().or(() -> Optional.of(now)),
                        drift,
                        roleMissing,
                        repairs,
                        before.alerted() && RepairBrake.isOn(repairs));
    }
}
