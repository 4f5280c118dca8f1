package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.sandbox.story.Collector.Received;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A platform team sees the provisioner between Witboost and Hasura in its tracing back end. */
@ExtendWith(World.Provided.class)
class TraceStoryTest {
    private static final String CALLER = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    private final World world;

    @TempDir
    Path tasks;

    TraceStoryTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @CsvSource({
        "traceparent, 00-" + CALLER + "-" + SPAN + "-01",
        "b3, " + CALLER + "-" + SPAN + "-1",
    })
    void a_request_goes_on_in_the_trace_of_its_caller(String header, String value) throws IOException {
        try (Collector collector = Collector.start();
                OwnService service = OwnService.start(with(collector.variables()), tasks)) {
            service.platform()
                    .tracedBy(header, value)
                    .validate(Product.vaccinations("Traced").sample());

            await().untilAsserted(() -> assertThat(collector.trace(CALLER))
                    .extracting(Received::name)
                    .contains("POST /v1/validate", "POST /v1/metadata", "SELECT pg_class"));
        }
    }

    @Test
    void grpc_carries_spans_as_well() throws IOException {
        try (Collector collector = Collector.overGrpc();
                OwnService service = OwnService.start(with(collector.variables()), tasks)) {
            service.platform().validate(Product.vaccinations("Grpc").sample());

            await().untilAsserted(() ->
                    assertThat(collector.all()).extracting(Received::name).contains("POST /v1/validate"));
        }
    }

    @Test
    void a_collector_that_never_answers_holds_up_nobody() throws IOException {
        Map<String, String> variables = new HashMap<>();
        variables.put("OTEL_BSP_MAX_QUEUE_SIZE", "8");
        variables.put("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "4");
        try (Collector collector = Collector.thatNeverAnswers()) {
            variables.putAll(collector.variables());
            try (OwnService service = OwnService.start(with(variables), tasks)) {
                for (int call = 0; call < 20; call++) {
                    service.platform().validate(Product.vaccinations("Unheard").sample());
                }

                assertThat(collector.all())
                        .as("one batch, while many more spans were made and dropped")
                        .hasSizeLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    void a_collector_that_is_away_is_told_once_and_once_when_it_is_back() throws IOException {
        int port = freePort();
        Product product = Product.vaccinations("Away");
        try (ServiceProcess service = ServiceProcess.start(with(Collector.variables(port, "http/protobuf")), tasks)) {
            untilLogged(service, product, "Traces cannot be exported");
            service.platform().provision(product.sample());
            try (Collector collector = Collector.startAt(port)) {
                untilLogged(service, product, "Traces are exported again");
                assertThat(collector.all()).isNotEmpty();
            }

            assertThat(service.log()).containsOnlyOnce("Traces cannot be exported");
            assertThat(service.log()).containsOnlyOnce("Traces are exported again");
            assertThat(service.log()).doesNotContain("io.opentelemetry");
        }
    }

    /** The exporter itself tries several times, for some seconds, before it gives a batch up. */
    private static void untilLogged(ServiceProcess service, Product product, String words) {
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            service.platform().validate(product.sample());
            return service.log().contains(words);
        });
    }

    private Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(world.variables());
        all.putAll(more);
        return all;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }
}
