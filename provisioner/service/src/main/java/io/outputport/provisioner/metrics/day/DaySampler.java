package io.outputport.provisioner.metrics.day;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import io.outputport.provisioner.measure.DayFigures;
import io.outputport.provisioner.measure.LastDay;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Looks at the meters every few seconds. What an earlier process knew is forgotten with it. */
@Singleton
final class DaySampler implements LastDay {
    private static final String PERIOD = "10s";

    private final DayMeters meters;
    private final Clock clock;
    private final DayRing ring = new DayRing(Duration.ofSeconds(10));

    DaySampler(MeterRegistry metrics, Clock clock) {
        this.meters = new DayMeters(metrics);
        this.clock = clock;
    }

    @Scheduled(fixedRate = PERIOD)
    void look() {
        ring.add(clock.instant(), meters.sample());
    }

    @Override
    public DayFigures figures() {
        return ring.figures();
    }
}
