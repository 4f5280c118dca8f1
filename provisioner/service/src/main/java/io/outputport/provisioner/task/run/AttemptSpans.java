package io.outputport.provisioner.task.run;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.store.StartedTask;
import io.outputport.provisioner.task.store.TaskStoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A span for each run of a task, in the trace of the request that was accepted, whichever replica runs it; linked to the
 * run before. The wait for its turn between two runs is a span of its own.
 */
final class AttemptSpans {
    private static final String OUTCOME = "provisioner.outcome";

    private final Tracer tracer;
    private final InstantSource clock;

    AttemptSpans(OpenTelemetry telemetry, InstantSource clock) {
        this.tracer = telemetry.getTracer("io.outputport.provisioner.task");
        this.clock = clock;
    }

    @SuppressWarnings("try") // The scope is there to be closed.
    Next around(StartedTask started, Supplier<Next> run) {
        started.waitedSince().ifPresent(since -> waited(started, since));
        Span span = start(started);
        try (Scope scope = span.makeCurrent()) {
            return run.get();
        } catch (TaskStoreException unavailable) {
            span.setAttribute(OUTCOME, "lost").setStatus(StatusCode.ERROR, unavailable.getMessage());
            throw unavailable;
        } finally {
            span.end();
        }
    }

    private Span start(StartedTask started) {
        Task task = started.task();
        return begun("task " + task.operation().name().toLowerCase(Locale.ROOT), started)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("provisioner.operation", task.operation().name())
                .setAttribute("provisioner.component", task.component())
                .setAttribute("provisioner.attempt", (long) task.attempt())
                .setAttribute("provisioner.interrupted", started.interrupted())
                .startSpan();
    }

    private void waited(StartedTask started, Instant since) {
        begun("wait for turn", started).setStartTimestamp(since).startSpan().end(clock.instant());
    }

    private SpanBuilder begun(String name, StartedTask started) {
        StartedTask.Traces traces = started.traces();
        SpanBuilder builder = tracer.spanBuilder(name)
                .setParent(Context.root().with(Span.wrap(traces.origin())))
                .setAttribute("provisioner.token", started.task().token().toString());
        SpanContext before = traces.lastRun();
        return before.isValid() ? builder.addLink(before) : builder;
    }

    /** What came of the run that is current on this thread. */
    static void tell(String outcome) {
        Span.current().setAttribute(OUTCOME, outcome);
    }

    static void tell(String outcome, Problem problem) {
        Span.current().setAttribute(OUTCOME, outcome).setStatus(StatusCode.ERROR, problem.message());
    }
}
