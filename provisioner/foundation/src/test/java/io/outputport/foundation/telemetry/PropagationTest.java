package io.outputport.foundation.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.outputport.foundation.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which headers a trace comes and goes by, as the SDK makes it of our settings. */
class PropagationTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final Map<String, String> W3C = Map.of("traceparent", "00-" + TRACE + "-" + SPAN + "-01");
    private static final Map<String, String> B3_SINGLE = Map.of("b3", TRACE + "-" + SPAN + "-1");
    private static final Map<String, String> B3_MULTI =
            Map.of("X-B3-TraceId", TRACE, "X-B3-SpanId", SPAN, "X-B3-Sampled", "1");

    @Test
    void a_trace_is_taken_up_from_w3c_and_from_both_forms_of_b3() {
        TextMapPropagator propagator = propagator(Map.of());

        for (Map<String, String> headers : List.of(W3C, B3_SINGLE, B3_MULTI)) {
            assertThat(traceOf(propagator, headers)).as(headers.toString()).isEqualTo(TRACE);
        }
    }

    @Test
    void where_both_come_w3c_wins() {
        Map<String, String> headers = new HashMap<>(W3C);
        headers.put("b3", "80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-1");

        assertThat(traceOf(propagator(Map.of()), headers)).isEqualTo(TRACE);
    }

    @Test
    void it_goes_on_by_w3c_only() {
        assertThat(sent(propagator(Map.of()))).containsExactly("traceparent");
    }

    @Test
    void it_goes_on_by_b3_too_where_that_is_asked_for() {
        assertThat(sent(propagator(Map.of("OTEL_PROPAGATORS", "tracecontext,b3"))))
                .containsExactlyInAnyOrder("traceparent", "b3");
        assertThat(sent(propagator(Map.of("OTEL_PROPAGATORS", "b3multi"))))
                .containsExactlyInAnyOrder("X-B3-TraceId", "X-B3-SpanId", "X-B3-Sampled");
    }

    @Test
    void what_a_caller_wrote_beside_the_trace_goes_no_further_unless_that_is_asked_for() {
        assertThat(passedOn(propagator(Map.of()))).doesNotContain("baggage");
        assertThat(passedOn(propagator(Map.of("OTEL_PROPAGATORS", "tracecontext,baggage"))))
                .contains("baggage");
    }

    @Test
    void nothing_of_it_goes_anywhere_while_nobody_traces() {
        Settings untraced = Settings.of(Map.of("OTEL_PROPAGATORS", "tracecontext,baggage"));

        assertThat(TraceSettings.properties(untraced))
                .containsEntry("otel.sdk.disabled", "true")
                .containsEntry("otel.propagators", "incoming-b3,tracecontext");
    }

    private static Set<String> passedOn(TextMapPropagator propagator) {
        Map<String, String> came = new HashMap<>(W3C);
        came.put("baggage", "customer=secret");
        Map<String, String> headers = new HashMap<>();
        Context known = propagator.extract(Context.root(), came, new Headers());
        propagator.inject(known, headers, (map, name, value) -> map.put(name, value));
        return headers.keySet();
    }

    private static TextMapPropagator propagator(Map<String, String> variables) {
        Map<String, String> given = new HashMap<>(variables);
        given.put("OTEL_TRACES_EXPORTER", "none");
        Map<String, String> properties = TraceSettings.properties(Settings.of(given)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, property -> String.valueOf(property.getValue())));
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> properties)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk()
                .getPropagators()
                .getTextMapPropagator();
    }

    private static String traceOf(TextMapPropagator propagator, Map<String, String> headers) {
        Context context = propagator.extract(Context.root(), headers, new Headers());
        return Span.fromContext(context).getSpanContext().getTraceId();
    }

    private static Set<String> sent(TextMapPropagator propagator) {
        Map<String, String> headers = new HashMap<>();
        Context known = propagator(Map.of()).extract(Context.root(), W3C, new Headers());
        propagator.inject(known, headers, (map, name, value) -> map.put(name, value));
        return headers.keySet();
    }

    private static final class Headers implements TextMapGetter<Map<String, String>> {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String name) {
            return headers == null ? null : headers.get(name);
        }
    }
}
