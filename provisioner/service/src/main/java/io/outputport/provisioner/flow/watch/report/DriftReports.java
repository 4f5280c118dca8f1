package io.outputport.provisioner.flow.watch.report;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The last report of this process, as metrics: how many ports stand how, and one series for each that is not as it was
 * carried out. Of several replicas, each knows those of its own checks only, so a dashboard takes the newest.
 */
public final class DriftReports {
    private final MultiGauge astray;
    private volatile Optional<DriftReport> last = Optional.empty();

    public DriftReports(MeterRegistry metrics) {
        astray = MultiGauge.builder("provisioner.port.astray")
                .description("1 for each port that Hasura or the role mapper do not hold as it was carried out")
                .register(metrics);
        gauge(metrics, "in_sync", DriftReport::inSync);
        gauge(metrics, "drifted", DriftReport::drifted);
        gauge(metrics, "missing", DriftReport::missing);
        gauge(metrics, "alerted", DriftReport::alerted);
        Gauge.builder("provisioner.drift.check.seconds", this, DriftReports::lastSeconds)
                .description("when this replica made its last drift check, in seconds since 1970; 0 before the first")
                .register(metrics);
    }

    private void gauge(MeterRegistry metrics, String state, ToIntFunction<DriftReport> count) {
        Gauge.builder(
                        "provisioner.ports",
                        this,
                        reports -> reports.last.map(count::applyAsInt).orElse(0))
                .description("ports by how they stood at this replica's last drift check")
                .tag("state", state)
                .register(metrics);
    }

    private double lastSeconds() {
        return last.map(report -> report.at().getEpochSecond()).orElse(0L);
    }

    /** Empty until this process has made a check. */
    public Optional<DriftReport> last() {
        return last;
    }

    public void add(DriftReport report) {
        last = Optional.of(report);
        astray.register(
                report.astray().entrySet().stream()
                        .map(port -> MultiGauge.Row.of(
                                Tags.of(
                                        "component",
                                        port.getKey(),
                                        "state",
                                        port.getValue().name().toLowerCase(Locale.ROOT)),
                                1))
                        .toList(),
                true);
    }
}
