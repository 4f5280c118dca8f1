package io.outputport.provisioner.api.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.outputport.provisioner.measure.Dependency;
import io.outputport.provisioner.measure.Dependency.DependencyState;
import io.outputport.provisioner.measure.Remembered;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/**
 * How the systems stand that the work needs. Always UP itself: an outage of theirs must not hide finished results. Each
 * is asked at most every ten seconds, and a probe waits for none of them longer than half a second.
 */
@Singleton
@Readiness
final class DependencyHealth implements HealthIndicator {
    private static final Remembered.Freshness TERMS =
            new Remembered.Freshness(Duration.ofSeconds(10), Duration.ofMillis(500));
    private static final DependencyState NOT_YET =
            new DependencyState(Dependency.HealthLevel.UNKNOWN, "It has not answered yet.");

    private final Map<String, Remembered<DependencyState>> dependencies = new TreeMap<>();

    DependencyHealth(List<Dependency> dependencies, @Named(HealthThreads.NAME) ExecutorService threads, Clock clock) {
        dependencies.forEach(dependency ->
                this.dependencies.put(dependency.system(), new Remembered<>(dependency::look, threads, TERMS, clock)));
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.fromCompletableFuture(this::look);
    }

    private CompletableFuture<HealthResult> look() {
        Map<String, CompletableFuture<DependencyState>> asked = new LinkedHashMap<>();
        dependencies.forEach((system, remembered) ->
                asked.put(system, remembered.latest().thenApply(standing -> standing.orElse(NOT_YET))));
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .thenApply(all -> result(asked));
    }

    private static HealthResult result(Map<String, CompletableFuture<DependencyState>> asked) {
        Map<String, Object> details = new LinkedHashMap<>();
        asked.forEach((system, standing) -> details.put(system, detail(standing.join())));
        return HealthResult.builder("dependencies", HealthStatus.UP)
                .details(details)
                .build();
    }

    private static Map<String, String> detail(DependencyState standing) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("status", standing.status().name());
        if (!standing.reason().isEmpty()) {
            detail.put("reason", standing.reason());
        }
        return detail;
    }
}
