package io.outputport.provisioner.reconcile;

import io.opentelemetry.api.OpenTelemetry;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.foundation.trace.Phase;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.Plan;
import io.outputport.provisioner.hasura.plan.Step;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.measure.StepMeter;
import java.util.List;

/** Reads what is there, and takes the steps of a plan in their order until one does not succeed. */
public final class Reconciler {
    private final List<Remote> remotes;
    private final StepSpans spans;
    private final StepTimes times;

    /** Steps that nobody traces or counts. */
    public Reconciler(List<Remote> remotes) {
        this(remotes, OpenTelemetry.noop(), StepMeter.NONE);
    }

    public Reconciler(List<Remote> remotes, OpenTelemetry telemetry, StepMeter meter) {
        this.remotes = List.copyOf(remotes);
        this.spans = new StepSpans(telemetry);
        this.times = new StepTimes(meter);
    }

    public Outcome<Actual> read(PortIdentity port) {
        return read(port, remotes);
    }

    /** Reads only who may use the port, whether or not the other systems answer. */
    public Outcome<Actual> readAccess(PortIdentity port) {
        return read(port, remotes.stream().filter(Remote::decidesAccess).toList());
    }

    @SuppressWarnings("try") // The phase is there to be closed.
    private static Outcome<Actual> read(PortIdentity port, List<Remote> remotes) {
        try (Phase phase = Phase.of("read")) {
            Outcome<Actual> actual = Outcome.done(Actual.NOTHING_READ);
            for (Remote remote : remotes) {
                actual = actual.then(soFar -> remote.read(port, soFar));
            }
            return actual;
        }
    }

    /** UNCHANGED when every step found everything as it should be. */
    public Outcome<Change> apply(Plan plan, Progress progress) {
        plan.warnings().forEach(warning -> progress.report(Severity.WARNING, "plan", warning));
        if (!plan.steps().isEmpty()) {
            progress.beginChanges();
        }
        Outcome<Change> all = Outcome.done(Change.UNCHANGED);
        for (Step step : plan.steps()) {
            all = all.then(before ->
                    applyUnlessStopped(step, progress).map(change -> before == Change.CHANGED ? before : change));
        }
        return all;
    }

    /** Between two steps is where stopping does no harm. */
    private Outcome<Change> applyUnlessStopped(Step step, Progress progress) {
        return progress.isStopWished()
                ? Outcome.terminated("Stopped before this step: " + step.describe() + ".")
                : apply(step, progress);
    }

    public Outcome<Change> apply(Step step, Progress progress) {
        Outcome<Change> taken =
                times.around(step, () -> spans.around(step, () -> remote(step).apply(step, progress)));
        return taken.map(change -> {
            progress.report(Severity.INFO, step.phase(), sentence(step, change));
            return change;
        });
    }

    /** Before a task ends that did not get to its end. */
    public Outcome<String> withdraw(String component) {
        Outcome<String> all = Outcome.done(component);
        for (Remote remote : remotes) {
            all = all.then(remote::withdraw);
        }
        return all;
    }

    private static String sentence(Step step, Change change) {
        return step.describe() + (change == Change.UNCHANGED ? " (was so already)." : ".");
    }

    private Remote remote(Step step) {
        return remotes.stream()
                .filter(remote -> remote.carriesOut(step))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no remote carries out " + step.getClass()));
    }
}
