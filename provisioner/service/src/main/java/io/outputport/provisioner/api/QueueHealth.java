package io.outputport.provisioner.api;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.outputport.provisioner.task.QueueReadiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;

/** Ready means that work can be accepted: our own database answers and we are not on the way out. */
@Singleton
@Readiness
final class QueueHealth implements HealthIndicator {
    private final QueueReadiness queue;

    QueueHealth(QueueReadiness queue) {
        this.queue = queue;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.map(Publishers.just(queue), QueueHealth::result);
    }

    private static HealthResult result(QueueReadiness queue) {
        Optional<String> reason = queue.whyNotReady();
        return HealthResult.builder("queue", reason.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(reason.map(why -> Map.of("reason", why)).orElseGet(Map::of))
                .build();
    }
}
