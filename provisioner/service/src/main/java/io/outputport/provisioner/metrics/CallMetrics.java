package io.outputport.provisioner.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.outputport.foundation.transport.BreakerState;
import io.outputport.foundation.transport.CallMeter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

@Singleton
final class CallMetrics implements CallMeter {
    private final MeterRegistry metrics;
    private final Map<String, List<Supplier<BreakerState>>> breakers = new ConcurrentHashMap<>();

    CallMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void called(String system, String result, Duration length) {
        Timer.builder("provisioner.remote.call.duration")
                .description("calls to other systems, by how they were answered")
                .tag("system", system)
                .tag("result", result)
                .serviceLevelObjectives(Buckets.CALL)
                .register(metrics)
                .record(length);
    }

    @Override
    public void watch(String system, Supplier<BreakerState> breaker) {
        breakers.computeIfAbsent(system, this::gauges).add(breaker);
    }

    private List<Supplier<BreakerState>> gauges(String system) {
        List<Supplier<BreakerState>> ofSystem = new CopyOnWriteArrayList<>();
        for (BreakerState state : BreakerState.values()) {
            Gauge.builder("provisioner.breaker.state", ofSystem, all -> worst(all) == state ? 1 : 0)
                    .description("1 for how the system's circuit breaker stands; of several, the worst")
                    .tag("system", system)
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .strongReference(true)
                    .register(metrics);
        }
        return ofSystem;
    }

    private static BreakerState worst(List<Supplier<BreakerState>> breakers) {
        return breakers.stream()
                .map(Supplier::get)
                .max(Comparator.naturalOrder())
                .orElse(BreakerState.CLOSED);
    }
}
