package io.outputport.provisioner.hasura.wave.write;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.outputport.provisioner.hasura.wave.entry.Claimed;
import java.util.List;

/**
 * A span for each wave. One that serves a single task is a part of that task's trace; one that serves several is a trace of
 * its own, linked to each of them.
 */
public final class WaveSpans {
    private final Tracer tracer;

    public WaveSpans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.outputport.provisioner.hasura.wave");
    }

    @SuppressWarnings("try") // The scope is there to be closed.
    public void around(List<Claimed> wave, Runnable write) {
        Span span = start(wave);
        try (Scope scope = span.makeCurrent()) {
            write.run();
        } finally {
            span.end();
        }
    }

    private Span start(List<Claimed> wave) {
        SpanBuilder builder = tracer.spanBuilder("wave")
                .setParent(Context.root())
                .setAttribute("provisioner.wave.ports", (long) wave.size());
        List<SpanContext> tasks =
                wave.stream().map(Claimed::trace).filter(SpanContext::isValid).toList();
        if (wave.size() == 1 && tasks.size() == 1) {
            builder.setParent(Context.root().with(Span.wrap(tasks.get(0))));
        } else {
            tasks.forEach(builder::addLink);
        }
        return builder.startSpan();
    }

    /** On the wave's span, how it was written. */
    static void tell(String way, int builds) {
        Span.current().setAttribute("provisioner.wave.way", way).setAttribute("provisioner.wave.builds", (long) builds);
    }
}
