package io.outputport.provisioner.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.TaskExecutors;
import io.outputport.provisioner.measure.Backlog;
import io.outputport.provisioner.measure.Backlog.Stage;
import io.outputport.provisioner.measure.QueueFigures;
import io.outputport.provisioner.measure.Remembered;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.ToDoubleFunction;

/**
 * How full the queue is. All gauges of a scrape, and of scrapes that follow closely, are one look at the task database;
 * while that does not answer there are no figures rather than old ones.
 */
@Singleton
final class QueueMetrics {
    private static final Remembered.Freshness TERMS =
            new Remembered.Freshness(Duration.ofSeconds(5), Duration.ofSeconds(2));

    private final Remembered<Backlog> backlog;

    QueueMetrics(
            MeterRegistry metrics,
            QueueFigures figures,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads,
            Clock clock) {
        backlog = new Remembered<>(figures::backlog, threads, TERMS, clock);
        for (Stage stage : Stage.values()) {
            Gauge.builder("provisioner.queue.tasks", () -> value(now -> now.in(stage)))
                    .description("unfinished tasks of all replicas, by how far they are")
                    .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
        }
        Gauge.builder("provisioner.queue.oldest", () -> value(QueueMetrics::oldest))
                .description("how long ago the oldest unfinished task was accepted; 0 when there is none")
                .baseUnit("seconds")
                .register(metrics);
    }

    private double value(ToDoubleFunction<Backlog> figure) {
        Optional<Backlog> now = backlog.fresh().join();
        return now.map(figure::applyAsDouble).orElse(Double.NaN);
    }

    private static double oldest(Backlog backlog) {
        return backlog.oldest().map(age -> age.toMillis() / 1000.0).orElse(0.0);
    }
}
