package io.outputport.provisioner.api.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.outputport.provisioner.measure.Remembered;
import io.outputport.provisioner.task.life.QueueReadiness;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/**
 * Ready means that work can be accepted: our own database answers and we are not on the way out. A database that hangs
 * counts as one that does not answer, before whoever asks loses patience.
 */
@Singleton
@Readiness
final class QueueHealth implements HealthIndicator {
    private static final Remembered.Freshness TERMS =
            new Remembered.Freshness(Duration.ofMillis(500), Duration.ofSeconds(3));
    private static final String SLOW = "The task database does not answer in time.";

    private final Remembered<Optional<String>> whyNotReady;

    QueueHealth(QueueReadiness queue, @Named(HealthThreads.NAME) ExecutorService threads, Clock clock) {
        whyNotReady = new Remembered<>(queue::whyNotReady, threads, TERMS, clock);
    }

    /** One sentence; empty when all is well. */
    CompletableFuture<Optional<String>> whyNotReady() {
        return whyNotReady.fresh().thenApply(answer -> answer.orElse(Optional.of(SLOW)));
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.fromCompletableFuture(() -> whyNotReady().thenApply(QueueHealth::result));
    }

    private static HealthResult result(Optional<String> reason) {
        return HealthResult.builder("queue", reason.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(reason.map(why -> Map.of("reason", why)).orElseGet(Map::of))
                .build();
    }
}
