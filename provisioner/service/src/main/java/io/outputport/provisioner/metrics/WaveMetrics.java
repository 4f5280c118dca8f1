package io.outputport.provisioner.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.outputport.provisioner.measure.WaveMeter;
import jakarta.inject.Singleton;
import java.time.Duration;

@Singleton
final class WaveMetrics implements WaveMeter {
    private final MeterRegistry metrics;
    private final Counter conflicts;

    WaveMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        this.conflicts = Counter.builder("provisioner.wave.conflicts")
                .description("writes to Hasura that somebody else was faster than, so that they were worked out again")
                .register(metrics);
    }

    @Override
    public void written(int ports, String way, int builds, Duration length) {
        Tags tags = Tags.of("way", way);
        DistributionSummary.builder("provisioner.wave.ports")
                .description("ports in a write to Hasura")
                .tags(tags)
                .serviceLevelObjectives(Buckets.PORTS)
                .register(metrics)
                .record(ports);
        Timer.builder("provisioner.wave.duration")
                .description("writes to Hasura, from the first look to the answer")
                .tags(tags)
                .serviceLevelObjectives(Buckets.WAVE)
                .register(metrics)
                .record(length);
        Counter.builder("provisioner.schema.builds")
                .description("schema builds that the writes have caused in Hasura")
                .tags(tags)
                .register(metrics)
                .increment(builds);
    }

    @Override
    public void overtaken() {
        conflicts.increment();
    }
}
