package io.outputport.foundation.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span's context as a column can hold it: W3C's {@code traceparent}, and after a space its {@code tracestate}. Always
 * W3C, whatever headers are in use, since any replica may read it.
 */
public final class TraceText {
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";

    private TraceText() {}

    /** The span that is current on this thread; empty when there is none. */
    public static Optional<String> current() {
        Map<String, String> carrier = new HashMap<>();
        W3C.inject(Context.current(), carrier, (map, name, value) -> map.put(name, value));
        return Optional.ofNullable(carrier.get(PARENT))
                .map(parent -> carrier.containsKey(STATE) ? parent + " " + carrier.get(STATE) : parent);
    }

    /** Not valid when there is no text, or none of ours. */
    public static SpanContext read(@Nullable String text) {
        if (text == null) {
            return SpanContext.getInvalid();
        }
        String[] parts = text.split(" ", 2);
        Map<String, String> carrier =
                parts.length == 1 ? Map.of(PARENT, parts[0]) : Map.of(PARENT, parts[0], STATE, parts[1]);
        return Span.fromContext(W3C.extract(Context.root(), carrier, Fields.OF)).getSpanContext();
    }

    private enum Fields implements TextMapGetter<Map<String, String>> {
        OF;

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return List.copyOf(carrier.keySet());
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
