package io.outputport.provisioner.flow.watch;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.reconcile.PortWatch;
import java.time.InstantSource;
import java.util.List;

/** What the operator sees of the ports that this service has carried out. */
public final class PortList {
    private final PortWatch watch;
    private final DriftSettings settings;
    private final InstantSource clock;

    PortList(PortWatch watch, DriftSettings settings, InstantSource clock) {
        this.watch = watch;
        this.settings = settings;
        this.clock = clock;
    }

    public Outcome<List<PortSummary>> list(PortQuery query) {
        return watch.ports(query.page())
                .map(ports -> ports.stream()
                        .map(port -> PortSummary.of(port, clock.instant()))
                        .toList());
    }

    /** What is done about drift: {@code off}, {@code report} or {@code repair}. */
    public String driftCheck() {
        return settings.mode().name().toLowerCase(java.util.Locale.ROOT);
    }
}
