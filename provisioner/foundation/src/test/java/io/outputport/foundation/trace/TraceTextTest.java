package io.outputport.foundation.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void a_context_comes_back_with_its_state_and_its_sampling() {
        TraceState state =
                TraceState.builder().put("vendor", "a b").put("other", "2").build();
        SpanContext kept = SpanContext.createFromRemoteParent(TRACE, SPAN, TraceFlags.getSampled(), state);
        SpanContext dropped =
                SpanContext.createFromRemoteParent(TRACE, SPAN, TraceFlags.getDefault(), TraceState.getDefault());

        assertThat(TraceText.read(textWithin(kept))).isEqualTo(kept);
        assertThat(TraceText.read(textWithin(dropped))).isEqualTo(dropped);
    }

    @Test
    void without_a_trace_there_is_no_text() {
        assertThat(TraceText.current()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "00-nonsense", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"})
    void what_is_no_context_stands_for_none(String text) {
        assertThat(TraceText.read(text).isValid()).isFalse();
    }

    @SuppressWarnings("try") // The scope is there to be closed.
    private static String textWithin(SpanContext context) {
        try (Scope scope = Span.wrap(context).makeCurrent()) {
            return TraceText.current().orElseThrow();
        }
    }
}
