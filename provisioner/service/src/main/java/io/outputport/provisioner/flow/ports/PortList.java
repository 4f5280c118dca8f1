package io.outputport.provisioner.flow.ports;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.flow.watch.DriftSettings;
import io.outputport.provisioner.flow.watch.report.DriftReport;
import io.outputport.provisioner.flow.watch.report.DriftReports;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.register.PortWatch;
import io.outputport.provisioner.register.WatchedPort;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the operator sees of the ports that this service has carried out. */
public final class PortList {
    private final PortWatch watch;
    private final DriftReports reports;
    private final Technologies technologies;
    private final DriftSettings settings;
    private final InstantSource clock;

    public PortList(
            PortWatch watch,
            DriftReports reports,
            Technologies technologies,
            DriftSettings settings,
            InstantSource clock) {
        this.watch = watch;
        this.reports = reports;
        this.technologies = technologies;
        this.settings = settings;
        this.clock = clock;
    }

    public Outcome<List<PortSummary>> list(PortQuery query) {
        return watch.ports(query.page())
                .map(ports -> ports.stream()
                        .map(port -> PortSummary.of(port, place(port), clock.instant()))
                        .toList());
    }

    /** Sources that hold nothing any more, by this process's last drift check; none before the first. */
    public List<String> emptySources() {
        return reports.last().map(DriftReport::emptySources).orElseGet(List::of);
    }

    private Map<String, String> place(WatchedPort port) {
        return port.served()
                .flatMap(served -> technologies.find(served.technology()).map(technology -> technology.place(served)))
                .orElseGet(Map::of);
    }

    /** The same, as they are now. */
    public Outcome<List<String>> emptySourcesNow() {
        return ofAll(PortTechnology::leftovers);
    }

    /** Removes them, or one of them. Empty: it holds something, or is not one that was made for output ports. */
    public Outcome<List<String>> removeEmptySources(Set<String> names) {
        return ofAll(technology -> technology.removeLeftovers(names));
    }

    private Outcome<List<String>> ofAll(Function<PortTechnology, Outcome<List<String>>> question) {
        Outcome<List<String>> all = Outcome.done(List.of());
        for (PortTechnology technology : technologies.all()) {
            all = all.then(before -> question.apply(technology)
                    .map(more -> Stream.concat(before.stream(), more.stream()).toList()));
        }
        return all;
    }

    /** What is done about drift: {@code off}, {@code report} or {@code repair}. */
    public String driftCheck() {
        return settings.mode().name().toLowerCase(java.util.Locale.ROOT);
    }
}
