package io.outputport.provisioner.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.measure.TaskMeter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

@Singleton
record TaskMetrics(MeterRegistry metrics) implements TaskMeter {
    @Override
    public void ended(String operation, String end, List<Problem> problems, Duration age) {
        Tags tags = Tags.of("operation", lower(operation), "outcome", lower(end));
        Counter.builder("provisioner.operations")
                .description("operations that have ended")
                .tags(tags)
                .register(metrics)
                .increment();
        Timer.builder("provisioner.operation.duration")
                .description("operations, from their acceptance to their end")
                .tags(tags)
                .serviceLevelObjectives(Buckets.OPERATION)
                .register(metrics)
                .record(age);
        problems.stream().map(Problem::code).distinct().forEach(code -> failed(operation, code));
    }

    private void failed(String operation, ProblemCode code) {
        Counter.builder("provisioner.operation.failures")
                .description("problems with which operations failed, each once for an operation")
                .tag("operation", lower(operation))
                .tag("code", code.id())
                .register(metrics)
                .increment();
    }

    @Override
    public void retried(String operation, ProblemCode cause) {
        Counter.builder("provisioner.retries")
                .description("attempts that came to nothing and are made again")
                .tag("operation", lower(operation))
                .tag("cause", cause.id())
                .register(metrics)
                .increment();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
