package io.outputport.sandbox.story;

import static io.outputport.sandbox.story.DeltaWorld.ORDERS;
import static io.outputport.sandbox.story.DeltaWorld.SHARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.proto.trace.v1.Span;
import io.outputport.sandbox.story.Collector.Received;
import io.outputport.sandbox.testing.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may read a share, which of its rows, and until when; and how operators follow what was done through both servers. */
class DeltaSharingRevocationStoryTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    private static Collector collector;
    private static DeltaWorld world;

    @BeforeAll
    static void start() throws IOException {
        collector = Collector.start();
        world = DeltaWorld.with("provisioner,postgres,sharing", collector.variables());
    }

    @AfterAll
    static void stop() {
        world.close();
        collector.close();
    }

    /** No time is measured: the first call after COMPLETED is refused already. */
    @Test
    void who_lost_access_is_refused_from_completed_on_whatever_it_still_holds() {
        Platform platform = world.platform();
        platform.provision(ORDERS);
        platform.updateAcl(ORDERS, "user:alice", "group:analysts", "user:bob");
        DeltaReader alice = world.reader("alice");
        DeltaReader carol = world.reader("carol+analysts");
        Held ofAlice = Held.by(alice);
        Held ofCarol = Held.by(carol);
        assertThat(List.of(ofAlice, ofCarol)).allMatch(held -> DeltaReader.status(held.address()) == 200);

        platform.updateAcl(ORDERS, "user:bob");

        assertThat(DeltaReader.status(ofAlice.address())).isEqualTo(403);
        assertThat(alice.isRefused(SHARE, ofAlice.page())).as("the next page").isTrue();
        assertThat(alice.isRefused(SHARE, ofAlice.refresh())).as("a refresh").isTrue();
        assertThat(alice.isRefused(SHARE)).isTrue();
        assertThat(DeltaReader.status(ofCarol.address())).isEqualTo(403);
        assertThat(carol.isRefused(SHARE, ofCarol.page())).isTrue();
        assertThat(world.reader("bob").rows(SHARE)).isEqualTo(300);

        Held ofBob = Held.by(world.reader("bob"));
        platform.unprovision(ORDERS);
        assertThat(DeltaReader.status(ofBob.address())).isEqualTo(403);
        assertThat(world.reader("bob").isRefused(SHARE, ofBob.page())).isTrue();
    }

    /** What a reader in the middle of its reading has in its hands. */
    private record Held(String address, String page, String refresh) {
        static Held by(DeltaReader reader) {
            List<JsonNode> lines = reader.lines(SHARE, "{\"maxFiles\":1,\"includeRefreshToken\":true}");
            JsonNode end = lines.get(lines.size() - 1).path("endStreamAction");
            assertThat(end.path("nextPageToken").asText()).isNotBlank();
            assertThat(end.path("refreshToken").asText()).isNotBlank();
            return new Held(
                    lines.get(2).at("/file/url").asText(),
                    "{\"maxFiles\":1,\"includeRefreshToken\":true,\"pageToken\":\""
                            + end.path("nextPageToken").asText() + "\"}",
                    "{\"refreshToken\":\"" + end.path("refreshToken").asText() + "\"}");
        }
    }

    @Test
    void a_filter_gives_each_reader_its_own_rows_and_none_to_who_lacks_the_property() {
        Sample whole = DeltaWorld.orders("parts");
        Sample filtered = whole.with(
                "path: finance/orders",
                "path: finance/orders\n              partitionFilter: {currency: \"{recipient.currency}\"}");
        String share = "finance_orders_1_ordersparts";
        world.platform().provision(whole);
        world.platform().updateAcl(whole, "user:dora", "user:emil");
        Map<String, Long> all = world.reader("dora").rowsByCurrency(share);
        assertThat(all).hasSizeGreaterThan(1).containsKey("EUR");

        world.platform().provision(filtered);
        assertThat(world.reader("dora").rowsByCurrency(share)).isEmpty();
        world.operator().put("/admin/v1/recipients/user:dora", "{\"properties\":{\"currency\":\"EUR\"}}");

        assertThat(world.reader("dora").rowsByCurrency(share)).isEqualTo(Map.of("EUR", all.getOrDefault("EUR", 0L)));
        assertThat(world.reader("emil").rowsByCurrency(share)).isEmpty();
        assertThat(world.reader("bob").isRefused(share)).isTrue();
        world.platform().unprovision(filtered);
    }

    @Test
    void a_port_has_the_lifetimes_that_it_asks_for_and_none_that_are_longer_than_the_operators() {
        Sample brief = DeltaWorld.orders("brief").with("schema: sales", "schema: sales\n          urlLifetime: 2m");
        world.platform().provision(brief);
        world.platform().updateAcl(brief, "user:alice");
        long expires = world.reader("alice")
                .lines("finance_orders_1_ordersbrief", "{}")
                .get(2)
                .at("/file/expirationTimestamp")
                .asLong();
        assertThat(expires).isLessThanOrEqualTo(System.currentTimeMillis() + 120_000);

        Sample longer = brief.with("urlLifetime: 2m", "urlLifetime: 30m");
        assertThat(world.platform()
                        .failed(world.platform().startProvision(longer))
                        .toString())
                .contains("The sharing server refused: urlLifetime: It must be a duration", "at most 900s");
        world.platform().unprovision(brief);
    }

    @Test
    void a_deployment_is_one_trace_through_both_servers() {
        Sample traced = DeltaWorld.orders("traced");
        Platform platform = world.platform().tracedBy("traceparent", "00-" + TRACE + "-" + CALLER + "-01");
        platform.completed(platform.startProvision(traced));

        await().untilAsserted(() -> {
            List<Received> trace = collector.trace(TRACE);
            Received served = only(trace, Span.SpanKind.SPAN_KIND_SERVER, "PUT /admin/v1/shares/{share}");
            Received called = trace.stream()
                    .filter(span -> span.id().equals(served.parent()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the sharing server's span hangs in nothing: " + trace));
            assertThat(called.span().getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
            assertThat(called.service()).isNotEqualTo(served.service());
            assertThat(trace)
                    .extracting(Received::name)
                    .contains("POST /v1/provision", "task provision", "step share", "step access");
        });
        world.platform().unprovision(traced);
    }

    private static Received only(List<Received> trace, Span.SpanKind kind, String name) {
        List<Received> found = trace.stream()
                .filter(span -> span.span().getKind() == kind && span.name().equals(name))
                .toList();
        assertThat(found)
                .as(trace.stream().map(Received::name).toList().toString())
                .hasSize(1);
        return found.get(0);
    }
}
