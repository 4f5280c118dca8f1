package io.outputport.provisioner.metrics.day;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Which meters a day is made of, read all at once. */
record DayMeters(MeterRegistry metrics) {
    /** A refusal is an answer, too. */
    private static final Set<String> FAILED = Set.of("5xx", "timeout", "no_answer");

    Map<Figure, Double> sample() {
        Map<Figure, Double> sample = new HashMap<>();
        for (Timer waves : metrics.find("provisioner.wave.duration").timers()) {
            add(sample, "waves", "", waves.count());
            add(sample, "waveSeconds", "", waves.totalTime(TimeUnit.SECONDS));
        }
        for (DistributionSummary ports : metrics.find("provisioner.wave.ports").summaries()) {
            add(sample, "wavePorts", "", ports.totalAmount());
        }
        sum(sample, "builds", "provisioner.schema.builds", Optional.empty());
        sum(sample, "ended", "provisioner.operations", Optional.of("outcome"));
        sum(sample, "retries", "provisioner.retries", Optional.empty());
        calls(sample);
        for (Gauge tasks : metrics.find("provisioner.queue.tasks").gauges()) {
            // While the task database does not answer there is no figure.
            double value = tasks.value();
            sample.put(new Figure("queue", tag(tasks, "stage"), false), Double.isNaN(value) ? 0 : value);
        }
        return sample;
    }

    private void calls(Map<Figure, Double> sample) {
        for (Timer calls : metrics.find("provisioner.remote.call.duration").timers()) {
            String system = tag(calls, "system");
            add(sample, "calls", system, calls.count());
            add(sample, "callSeconds", system, calls.totalTime(TimeUnit.SECONDS));
            add(sample, "failedCalls", system, FAILED.contains(tag(calls, "result")) ? calls.count() : 0);
        }
    }

    private void sum(Map<Figure, Double> sample, String name, String meter, Optional<String> by) {
        for (Counter counter : metrics.find(meter).counters()) {
            add(sample, name, by.map(tag -> tag(counter, tag)).orElse(""), counter.count());
        }
    }

    private static void add(Map<Figure, Double> sample, String name, String of, double value) {
        sample.merge(new Figure(name, of, true), value, Double::sum);
    }

    private static String tag(Meter meter, String name) {
        return Optional.ofNullable(meter.getId().getTag(name)).orElse("");
    }
}
