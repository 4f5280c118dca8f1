package io.outputport.foundation.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ContextPropagationTest {
    private final RecordedSpans spans = new RecordedSpans();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        thread.shutdownNow();
        MDC.clear();
    }

    @Test
    void trace_and_fields_go_along_and_do_not_stay() throws Exception {
        Callable<List<String>> look = () -> List.of(
                String.valueOf(MDC.get("token")),
                Span.current().getSpanContext().getSpanId());
        MDC.put("token", "t1");

        List<String> seen = spans.within("request", () -> on(ContextPropagation.wrap(look)));
        List<String> afterwards = on(look);

        assertThat(seen).containsExactly("t1", spans.only("request").getSpanId());
        assertThat(afterwards).containsExactly("null", "0000000000000000");
    }

    @Test
    @SuppressWarnings("try") // They are there to be closed.
    void a_phase_gives_way_to_the_one_it_is_a_part_of() {
        try (Phase outer = Phase.of("queue")) {
            try (Phase inner = Phase.of("hasura")) {
                assertThat(MDC.get("phase")).isEqualTo("hasura");
            }
            assertThat(MDC.get("phase")).isEqualTo("queue");
        }
        assertThat(MDC.get("phase")).isNull();
    }

    private <T> T on(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
