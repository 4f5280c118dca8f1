package io.outputport.sharing.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.outputport.foundation.store.OpenDatabase;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Alive means that a new process would do no better: the database's file may be one that only it can open again. */
@Singleton
@Liveness
final class FileHealth implements HealthIndicator {
    private final OpenDatabase database;

    FileHealth(OpenDatabase database) {
        this.database = database;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthResult.Builder result = database.isLost()
                ? HealthResult.builder("file", HealthStatus.DOWN)
                        .details(Map.of(
                                "reason",
                                "The file of the share database was closed and cannot be opened again by this"
                                        + " process."))
                : HealthResult.builder("file", HealthStatus.UP);
        return Publishers.just(result.build());
    }
}
