package io.outputport.provisioner.reconcile;

import io.opentelemetry.api.OpenTelemetry;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.measure.StepMeter;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.port.plan.Plan;
import io.outputport.provisioner.port.plan.Step;
import java.util.Optional;

/** Takes the steps of a plan in their order until one does not succeed. */
public final class Reconciler {
    private final StepSpans spans;
    private final StepTimes times;

    /** Steps that nobody traces or counts. */
    public Reconciler() {
        this(OpenTelemetry.noop(), StepMeter.NONE);
    }

    public Reconciler(OpenTelemetry telemetry, StepMeter meter) {
        this.spans = new StepSpans(telemetry);
        this.times = new StepTimes(meter);
    }

    /** UNCHANGED when every step found everything as it should be. */
    public Outcome<Change> apply(PortTechnology technology, Plan plan, Progress progress) {
        plan.warnings().forEach(warning -> progress.report(Severity.WARNING, "plan", warning));
        if (!plan.steps().isEmpty()) {
            progress.beginChanges();
        }
        Outcome<Change> all = Outcome.done(Change.UNCHANGED);
        for (Step step : plan.steps()) {
            all = all.then(before -> applyUnlessStopped(technology, step, progress)
                    .map(change -> before == Change.CHANGED ? before : change));
        }
        return all;
    }

    /** Between two steps is where stopping does no harm. */
    private Outcome<Change> applyUnlessStopped(PortTechnology technology, Step step, Progress progress) {
        return progress.isStopWished()
                ? Outcome.terminated("Stopped before this step: " + step.describe() + ".")
                : apply(technology, step, progress);
    }

    /** UNCHANGED where there is no step to take. */
    public Outcome<Change> apply(PortTechnology technology, Optional<? extends Step> step, Progress progress) {
        return step.map(only -> apply(technology, only, progress)).orElseGet(() -> Outcome.done(Change.UNCHANGED));
    }

    public Outcome<Change> apply(PortTechnology technology, Step step, Progress progress) {
        Outcome<Change> taken = times.around(step, () -> spans.around(step, () -> technology.apply(step, progress)));
        return taken.map(change -> {
            progress.report(Severity.INFO, step.phase(), sentence(step, change));
            return change;
        });
    }

    private static String sentence(Step step, Change change) {
        return step.describe() + (change == Change.UNCHANGED ? " (was so already)." : ".");
    }
}
