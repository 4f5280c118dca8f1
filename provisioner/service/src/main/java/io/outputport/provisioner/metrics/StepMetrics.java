package io.outputport.provisioner.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.outputport.provisioner.measure.StepMeter;
import jakarta.inject.Singleton;
import java.time.Duration;

@Singleton
record StepMetrics(MeterRegistry metrics) implements StepMeter {
    @Override
    public void taken(String step, String outcome, Duration length) {
        Timer.builder("provisioner.step.duration")
                .description("steps of plans, by how they ended")
                .tag("step", step)
                .tag("outcome", outcome)
                .serviceLevelObjectives(Buckets.STEP)
                .register(metrics)
                .record(length);
    }
}
