package io.outputport.provisioner.api;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that only answer for health: whatever requests do to the others, a probe is answered. Never many, since each
 * question is asked by one at a time; and the system's own, since virtual ones would wait for a processor that a long
 * calculation of a request holds.
 */
@Factory
final class HealthThreads {
    static final String NAME = "health";

    @Singleton
    @Named(NAME)
    @Bean(preDestroy = "shutdownNow")
    ExecutorService threads() {
        AtomicInteger count = new AtomicInteger();
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, NAME + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
