package io.outputport.provisioner.reconcile;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.trace.Phase;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.port.plan.Step;
import java.util.Locale;
import java.util.function.Supplier;

/** A span for each step, in the words that its task's log uses. */
final class StepSpans {
    private final Tracer tracer;

    StepSpans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.outputport.provisioner.reconcile");
    }

    @SuppressWarnings("try") // Both are there to be closed.
    Outcome<Change> around(Step step, Supplier<Outcome<Change>> work) {
        Span span = tracer.spanBuilder("step " + step.phase())
                .setAttribute("provisioner.step", step.describe())
                .startSpan();
        try (Scope scope = span.makeCurrent();
                Phase phase = Phase.of(step.phase())) {
            Outcome<Change> outcome = work.get();
            end(span, outcome);
            return outcome;
        } finally {
            span.end();
        }
    }

    /** To wait for its turn is no error. */
    private static Span end(Span span, Outcome<Change> outcome) {
        return outcome.match(
                change -> named(span, change.name().toLowerCase(Locale.ROOT)),
                (after, problem) -> named(span, "later").setStatus(StatusCode.ERROR, problem.message()),
                (after, problem) -> named(span, "waiting"),
                problems -> named(span, "stopped")
                        .setStatus(StatusCode.ERROR, problems.get(0).message()),
                problem -> named(span, "stopped").setStatus(StatusCode.ERROR, problem.message()));
    }

    private static Span named(Span span, String outcome) {
        return span.setAttribute("provisioner.outcome", outcome);
    }
}
