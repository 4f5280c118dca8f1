package io.outputport.sharing;

import static io.outputport.sharing.TestingSharing.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.store.TestingPostgres;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL. */
class ReplicasTest {
    private TestingSharing one;
    private TestingSharing two;

    @BeforeEach
    void start() {
        String database = TestingPostgres.freshDatabase();
        Map<String, String> same = Map.of("SHARING_SIGNING_KEY", "a key of the test's, as long as one has to be");
        one = TestingSharing.start(database, same);
        two = TestingSharing.start(database, same);
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void what_one_revokes_is_dead_at_the_other_on_the_next_call() {
        one.recipient("partner", "{}");
        String token = two.token("partner");
        assertThat(one.protocol(token)).isEqualTo(404);
        assertThat(two.protocol(token)).isEqualTo(404);

        one.call("POST", "/admin/v1/recipients/partner/revoke", "");

        assertThat(two.protocol(token)).isEqualTo(401);
    }

    @Test
    void what_one_grants_and_takes_is_so_at_the_other() {
        one.share("sales", "user:alice");
        String token = one.token("user:alice");
        assertThat(shares(two, token)).contains("\"sales\"");

        two.grant("sales");

        assertThat(shares(one, token)).doesNotContain("sales");
    }

    @Test
    void of_changes_on_the_same_condition_at_both_one_is_made() {
        one.share("sales", "user:alice");
        String tag = one.get("/admin/v1/shares/sales/grants")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        List<CompletableFuture<HttpResponse<String>>> changes = IntStream.range(0, 8)
                .mapToObj(at -> CompletableFuture.supplyAsync(() -> (at % 2 == 0 ? one : two)
                        .call(
                                "PUT",
                                "/admin/v1/shares/sales/grants",
                                "{\"recipients\":[\"user:u" + at + "\"]}",
                                "If-Match",
                                tag)))
                .toList();

        assertThat(changes.stream().map(CompletableFuture::join).filter(end -> end.statusCode() == 200))
                .hasSize(1);
        assertThat(json(two.get("/admin/v1/shares/sales/grants")).path("recipients"))
                .hasSize(1);
    }

    @Test
    void a_link_that_is_used_at_both_makes_one_token() {
        one.recipient("partner", "{}");
        String link = one.link("partner", "");

        List<CompletableFuture<HttpResponse<String>>> uses = IntStream.range(0, 8)
                .mapToObj(at -> CompletableFuture.supplyAsync(() ->
                        (at % 2 == 0 ? one : two).call("POST", "/activation", "", "Authorization", "Bearer " + link)))
                .toList();

        assertThat(uses.stream().map(CompletableFuture::join).filter(end -> end.statusCode() == 200))
                .hasSize(1);
        assertThat(json(two.get("/admin/v1/recipients/partner/tokens")).path("items"))
                .hasSize(1);
    }

    private static String shares(TestingSharing server, String token) {
        return server.get("/delta-sharing/shares", "Authorization", "Bearer " + token)
                .body();
    }
}
