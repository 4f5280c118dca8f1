package io.outputport.sharing.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.outputport.foundation.store.Database;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.JdbiException;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ready means that our own database answers: without it nobody can be told from anybody. One that hangs counts as one that
 * does not answer, before whoever asks loses patience; it is asked once however many ask.
 */
@Singleton
@Readiness
final class DatabaseHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);
    private static final int PATIENCE_SECONDS = 3;

    private final Database database;
    private final ExecutorService threads;
    private final AtomicReference<CompletableFuture<Optional<String>>> asking =
            new AtomicReference<>(CompletableFuture.completedFuture(Optional.empty()));

    DatabaseHealth(Database database, @Named(HealthThreads.NAME) ExecutorService threads) {
        this.database = database;
        this.threads = threads;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.fromCompletableFuture(() -> whyNotReady().thenApply(DatabaseHealth::result));
    }

    /** One sentence; empty when all is well. */
    private CompletableFuture<Optional<String>> whyNotReady() {
        CompletableFuture<Optional<String>> asked = asking.updateAndGet(
                running -> running.isDone() ? CompletableFuture.supplyAsync(this::ask, threads) : running);
        return asked.copy()
                .completeOnTimeout(
                        Optional.of("The share database does not answer in time."), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private Optional<String> ask() {
        try {
            database.run(handle ->
                    handle.createQuery("select 1").mapTo(Integer.class).one());
            return Optional.empty();
        } catch (JdbiException away) {
            LOG.debug("The share database does not answer.", away);
            return Optional.of("The share database does not answer.");
        }
    }

    private static HealthResult result(Optional<String> reason) {
        return HealthResult.builder("database", reason.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(reason.map(why -> Map.of("reason", why)).orElseGet(Map::of))
                .build();
    }
}
