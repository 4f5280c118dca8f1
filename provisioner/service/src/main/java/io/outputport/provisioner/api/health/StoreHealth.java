package io.outputport.provisioner.api.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.outputport.provisioner.task.life.QueueLife;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Alive means that a new process would do no better: the task database's file may be one that only it can open again. */
@Singleton
@Liveness
final class StoreHealth implements HealthIndicator {
    private final QueueLife queue;

    StoreHealth(QueueLife queue) {
        this.queue = queue;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(queue.whyNotAlive()
                .map(reason -> HealthResult.builder("tasks", HealthStatus.DOWN).details(Map.of("reason", reason)))
                .orElseGet(() -> HealthResult.builder("tasks", HealthStatus.UP))
                .build());
    }
}
