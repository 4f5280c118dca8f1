package io.outputport.provisioner.api.health;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/** The framework's own indicators, that of liveness among them, would ask on the threads that requests use. */
@Singleton
final class LivenessThreads implements BeanCreatedEventListener<AbstractHealthIndicator<?>> {
    private final Provider<ExecutorService> threads;

    LivenessThreads(@Named(HealthThreads.NAME) Provider<ExecutorService> threads) {
        this.threads = threads;
    }

    @Override
    public AbstractHealthIndicator<?> onCreated(BeanCreatedEvent<AbstractHealthIndicator<?>> created) {
        AbstractHealthIndicator<?> indicator = created.getBean();
        indicator.setExecutorService(threads.get());
        return indicator;
    }
}
