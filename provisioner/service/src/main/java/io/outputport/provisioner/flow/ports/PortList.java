package io.outputport.provisioner.flow.ports;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.flow.watch.DriftSettings;
import io.outputport.provisioner.flow.watch.report.DriftReport;
import io.outputport.provisioner.flow.watch.report.DriftReports;
import io.outputport.provisioner.reconcile.SourceRemoval;
import io.outputport.provisioner.register.PortWatch;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** What the operator sees of the ports that this service has carried out. */
public final class PortList {
    private final PortWatch watch;
    private final DriftReports reports;
    private final SourceRemoval sources;
    private final DriftSettings settings;
    private final InstantSource clock;

    public PortList(
            PortWatch watch, DriftReports reports, SourceRemoval sources, DriftSettings settings, InstantSource clock) {
        this.watch = watch;
        this.reports = reports;
        this.sources = sources;
        this.settings = settings;
        this.clock = clock;
    }

    public Outcome<List<PortSummary>> list(PortQuery query) {
        return watch.ports(query.page())
                .map(ports -> ports.stream()
                        .map(port -> PortSummary.of(port, clock.instant()))
                        .toList());
    }

    /** Sources that hold nothing any more, by this process's last drift check; none before the first. */
    public List<String> emptySources() {
        return reports.last().map(DriftReport::emptySources).orElseGet(List::of);
    }

    /** The same, as Hasura has them now. */
    public Outcome<List<String>> emptySourcesNow() {
        return sources.empty();
    }

    /** Removes them from Hasura, or one of them. Empty: it holds something, or is not one that was made for output ports. */
    public Outcome<List<String>> removeEmptySources(Set<String> names) {
        return sources.remove(names);
    }

    /** What is done about drift: {@code off}, {@code report} or {@code repair}. */
    public String driftCheck() {
        return settings.mode().name().toLowerCase(java.util.Locale.ROOT);
    }
}
