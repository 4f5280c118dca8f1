package io.outputport.provisioner.reconcile;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.plan.Step;
import java.util.function.Supplier;

/** A span for each step, in the words that its task's log uses. */
final class StepSpans {
    private final Tracer tracer;

    StepSpans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.outputport.provisioner.reconcile");
    }

    @SuppressWarnings("try") // The scope is there to be closed.
    Outcome<Change> around(Step step, Supplier<Outcome<Change>> work) {
        Span span = tracer.spanBuilder("step " + step.phase())
                .setAttribute("provisioner.step", step.describe())
                .startSpan();
        try (Scope scope = span.makeCurrent()) {
            Outcome<Change> outcome = work.get();
            span.setAttribute(
                    "provisioner.outcome",
                    outcome.match(
                            change -> change.name().toLowerCase(java.util.Locale.ROOT),
                            (a, p) -> "later",
                            p -> "stopped"));
            outcome.match(
                    change -> span,
                    (after, problem) -> span.setStatus(StatusCode.ERROR, problem.message()),
                    problems -> span.setStatus(StatusCode.ERROR, problems.get(0).message()));
            return outcome;
        } finally {
            span.end();
        }
    }
}
