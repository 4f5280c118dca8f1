package io.outputport.provisioner.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.measure.ValidationMeter;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
record ValidationMetrics(MeterRegistry metrics) implements ValidationMeter {
    @Override
    public void judged(List<Problem> problems, List<Problem> notices) {
        Counter.builder("provisioner.validations")
                .description("descriptors that were judged")
                .tag("verdict", problems.isEmpty() ? "valid" : "invalid")
                .register(metrics)
                .increment();
        problems.forEach(problem -> count(problem, "error"));
        notices.forEach(notice -> count(notice, "notice"));
    }

    private void count(Problem problem, String severity) {
        Counter.builder("provisioner.validation.problems")
                .description("problems and notices that validations have found")
                .tag("code", problem.code().id())
                .tag("severity", severity)
                .register(metrics)
                .increment();
    }
}
