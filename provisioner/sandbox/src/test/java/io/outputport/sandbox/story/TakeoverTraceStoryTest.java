package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.sandbox.story.Collector.Received;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three deployments over two replicas, of which one is killed: each is one trace, and one story in the log. */
@ExtendWith(World.Provided.class)
class TakeoverTraceStoryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String DYING = "dying";
    private static final String HEIR = "heir";

    private final World world;
    private final List<Order> orders = List.of(Order.number(1), Order.number(2), Order.number(3));

    TakeoverTraceStoryTest(World world) {
        this.world = world;
    }

    /** A deployment and the trace that its platform began. */
    private record Order(Product product, String trace) {
        static Order number(int number) {
            return new Order(Product.vaccinations("Takeover" + number), "4bf92f3577b34da6a3ce929d0e0e473" + number);
        }

        Sent sendTo(ServiceProcess service) {
            String token = service.platform()
                    .tracedBy("traceparent", "00-" + trace + "-" + CALLER + "-01")
                    .startProvision(product.sample());
            return new Sent(this, token);
        }
    }

    private record Sent(Order order, String token) {}

    @AfterEach
    void clearFaults() {
        world.engine().clearFaults();
    }

    @Test
    void each_request_is_one_trace_across_the_death_of_a_replica() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Collector collector = Collector.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            try (ServiceProcess dying = ServiceProcess.start(variables(collector, DYING), url);
                    ServiceProcess heir = ServiceProcess.start(variables(collector, HEIR), url)) {
                world.engine().holdNext(Engine.WRITE);
                List<Sent> sent = new ArrayList<>();
                sent.add(orders.get(0).sendTo(dying));
                world.engine().awaitFaultMet();
                sent.add(orders.get(1).sendTo(dying));
                sent.add(orders.get(2).sendTo(heir));
                awaitRequestsOf(collector);

                dying.kill();
                world.engine().letGo();

                sent.forEach(each -> heir.platform().completed(each.token()));
                for (Sent each : sent) {
                    await().untilAsserted(() -> isWhole(collector, each.order()));
                    isOneStoryInTheLog(heir, each);
                }
            }
        }
    }

    private Map<String, String> variables(Collector collector, String name) {
        Map<String, String> variables = new HashMap<>(world.variables());
        variables.putAll(collector.variables());
        variables.put("OTEL_SERVICE_NAME", name);
        variables.put("TAKEOVER_AFTER", "6s");
        return variables;
    }

    /** What a process has not sent before it is killed is lost, and whoever goes on does not ask again. */
    private void awaitRequestsOf(Collector collector) {
        await().untilAsserted(() -> assertThat(orders)
                .allSatisfy(order -> assertThat(collector.trace(order.trace()))
                        .extracting(Received::name)
                        .contains("POST /v1/provision", "task provision", "SELECT pg_class", "GET /v1/roles")));
    }

    private static void isWhole(Collector collector, Order order) {
        List<Received> trace = collector.trace(order.trace());
        assertThat(trace)
                .extracting(Received::name)
                .contains(
                        "POST /v1/provision",
                        "task provision",
                        "wait for turn",
                        "step hasura",
                        "SELECT pg_class",
                        "GET /v1/roles",
                        "POST /v1/metadata")
                .as("a few names, whatever the ports are called")
                .noneMatch(name -> name.contains("hasuraoutputport") || name.contains("urn:"));
        assertThat(trace)
                .filteredOn(span ->
                        span.name().equals("task provision") && span.service().equals(HEIR))
                .isNotEmpty()
                .allMatch(span -> span.text("provisioner.component")
                        .equals(order.product().componentId()))
                .allMatch(span -> span.text("provisioner.data_product").startsWith("urn:dmb:dp:"));
        isConnected(trace);
        isServedByAWave(collector, order);
    }

    /** What the killed replica was in the middle of has never ended, so nobody has seen it. */
    private static void isConnected(List<Received> trace) {
        Set<String> known = trace.stream().map(Received::id).collect(Collectors.toCollection(HashSet::new));
        known.add(CALLER);
        assertThat(trace)
                .filteredOn(span -> span.service().equals(HEIR))
                .allMatch(span -> known.contains(span.parent()));
        assertThat(trace)
                .filteredOn(span -> span.name().equals("POST /v1/provision"))
                .singleElement()
                .matches(span -> span.parent().equals(CALLER));
    }

    /** Alone in its wave, or linked to it. */
    private static void isServedByAWave(Collector collector, Order order) {
        assertThat(collector.all())
                .filteredOn(span -> span.name().equals("wave") && span.service().equals(HEIR))
                .anyMatch(wave -> Collector.id(wave.span().getTraceId()).equals(order.trace())
                        || wave.span().getLinksList().stream()
                                .anyMatch(
                                        link -> Collector.id(link.getTraceId()).equals(order.trace())));
    }

    private static void isOneStoryInTheLog(ServiceProcess heir, Sent sent) {
        Order order = sent.order();
        List<JsonNode> lines = heir.log()
                .lines()
                .filter(line -> line.contains("\"token\":\"" + sent.token()))
                .map(TakeoverTraceStoryTest::json)
                .toList();
        assertThat(lines)
                .isNotEmpty()
                .allMatch(line -> line.path("trace_id").asText().equals(order.trace()))
                .allMatch(line -> line.path("span_id").asText().length() == 16)
                .allMatch(line ->
                        line.path("component").asText().equals(order.product().componentId()))
                .noneMatch(line -> line.path("phase").asText().isEmpty());
        assertThat(lines).extracting(line -> line.path("phase").asText()).contains("hasura");
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException notJson) {
            throw new AssertionError(line, notJson);
        }
    }
}
