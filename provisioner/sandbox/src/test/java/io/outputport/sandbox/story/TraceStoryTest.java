package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A platform team sees the provisioner between Witboost and Hasura in its tracing back end. */
@ExtendWith(World.Provided.class)
class TraceStoryTest {
    private static final String CALLER = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + CALLER + "-00f067aa0ba902b7-01";

    private final World world;

    @TempDir
    Path tasks;

    TraceStoryTest(World world) {
        this.world = world;
    }

    @Test
    void a_request_goes_on_in_the_trace_of_its_caller() throws IOException {
        try (Collector collector = Collector.start();
                OwnService service = OwnService.start(with(collector.variables()), tasks)) {
            Product product = Product.vaccinations("Traced");

            service.platform().tracedBy("traceparent", TRACEPARENT).validate(product.sample());

            await().untilAsserted(() ->
                    assertThat(names(collector.trace(CALLER))).contains("POST /v1/validate", "POST /v1/metadata"));
        }
    }

    private Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(world.variables());
        all.putAll(more);
        return all;
    }

    private static List<String> names(List<Span> spans) {
        return spans.stream().map(Span::getName).toList();
    }
}
