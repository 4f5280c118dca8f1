package io.outputport.sharing.activation;

import static io.outputport.sharing.TestingSharing.code;
import static io.outputport.sharing.TestingSharing.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sharing.SettableClock;
import io.outputport.sharing.TestingSharing;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivationTest {
    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private TestingSharing server;

    @BeforeEach
    void start() {
        server = TestingSharing.start(
                "jdbc:h2:file:" + folder.resolve("shares"),
                Map.of("SHARING_PUBLIC_URL", "https://sharing.example.com/x"),
                (Clock) clock);
        server.recipient("partner", "{}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_link_is_looked_at_often_and_used_once() {
        String link = server.link("partner", "{\"tokenLifetime\":\"30d\"}");

        for (int look = 0; look < 3; look++) {
            assertThat(json(look(link)).path("recipient").asText()).isEqualTo("partner");
        }
        HttpResponse<String> used = use(link);
        assertThat(used.statusCode()).isEqualTo(200);
        assertThat(used.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"profile.share\"");
        assertThat(used.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(use(link).statusCode()).isEqualTo(410);
        assertThat(look(link).statusCode()).isEqualTo(410);
    }

    @Test
    void the_profile_is_one_that_the_clients_read() {
        JsonNode profile = json(use(server.link("partner", "{\"tokenLifetime\":\"1d\"}")));

        assertThat(profile.path("shareCredentialsVersion").asInt()).isEqualTo(1);
        assertThat(profile.path("endpoint").asText()).isEqualTo("https://sharing.example.com/x/delta-sharing/");
        assertThat(profile.path("bearerToken").asText()).matches("dss_[A-Za-z0-9_-]{43}");
        assertThat(profile.path("expirationTime").asText()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(server.protocol(profile.path("bearerToken").asText())).isEqualTo(404);
    }

    @Test
    void the_code_stands_in_no_address_that_a_server_sees() {
        HttpResponse<String> made = server.call("POST", "/admin/v1/recipients/partner/activations", "");

        assertThat(json(made).path("activationUrl").asText())
                .matches("https://sharing\\.example\\.com/x/activation#dsa_[A-Za-z0-9_-]{43}");
        HttpResponse<String> page = server.get("/activation/page/");
        assertThat(page.body()).contains("activation.js");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(server.get("/activation").statusCode()).isEqualTo(303);
    }

    @Test
    void a_link_and_a_token_end_with_their_time() {
        String late = server.link("partner", "");
        clock.pass(Duration.ofHours(72));
        assertThat(use(late).statusCode()).isEqualTo(410);

        String token = server.token("partner");
        assertThat(server.protocol(token)).isEqualTo(404);
        clock.pass(Duration.ofDays(90));
        assertThat(server.protocol(token)).isEqualTo(401);
    }

    @Test
    void a_revoked_token_is_dead_on_the_next_call() {
        String token = server.token("partner");
        String open = server.link("partner", "");

        HttpResponse<String> revoked = server.call("POST", "/admin/v1/recipients/partner/revoke", "");

        assertThat(json(revoked).path("endedTokens").asInt()).isEqualTo(1);
        assertThat(server.protocol(token)).isEqualTo(401);
        assertThat(use(open).statusCode()).isEqualTo(410);
    }

    @Test
    void one_token_is_revoked_by_its_id() {
        String dead = server.token("partner");
        String id = json(server.get("/admin/v1/recipients/partner/tokens"))
                .path("items")
                .path(0)
                .path("id")
                .asText();
        String other = server.token("partner");

        assertThat(server.call("DELETE", "/admin/v1/recipients/partner/tokens/" + id, "")
                        .statusCode())
                .isEqualTo(204);

        assertThat(server.protocol(dead)).isEqualTo(401);
        assertThat(server.protocol(other)).isEqualTo(404);
    }

    @Test
    void a_rotation_lets_old_tokens_go_on_for_its_grace() {
        String old = server.token("partner");

        HttpResponse<String> rotated =
                server.call("POST", "/admin/v1/recipients/partner/rotate", "{\"grace\":\"24h\"}");
        String fresh = json(use(code(rotated))).path("bearerToken").asText();

        assertThat(server.protocol(old)).isEqualTo(404);
        clock.pass(Duration.ofHours(24));
        assertThat(server.protocol(old)).isEqualTo(401);
        assertThat(server.protocol(fresh)).isEqualTo(404);
    }

    @Test
    void a_wrong_lifetime_ends_nothing() {
        String token = server.token("partner");

        for (String wrong : new String[] {
            "{\"grace\":\"soon\"}", "{\"tokenLifetime\":\"91d\"}", "{\"linkLifetime\":\"0s\"}", "{\"grce\":\"1h\"}"
        }) {
            assertThat(server.call("POST", "/admin/v1/recipients/partner/rotate", wrong)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(server.protocol(token)).isEqualTo(404);
    }

    @Test
    void who_is_suspended_or_calls_from_elsewhere_is_kept_out() {
        String token = server.token("partner");
        String link = server.link("partner", "");

        server.recipient("partner", "{\"networks\":[\"192.0.2.0/24\"]}");
        assertThat(server.protocol(token)).isEqualTo(403);
        assertThat(use(link).statusCode()).isEqualTo(403);
        assertThat(server.protocol(token, "X-Forwarded-For", "192.0.2.7")).isEqualTo(403);

        server.recipient("partner", "{\"networks\":[\"127.0.0.0/8\"]}");
        assertThat(server.protocol(token)).isEqualTo(404);
        server.recipient("partner", "{\"suspended\":true}");
        assertThat(server.protocol(token)).isEqualTo(401);
    }

    @Test
    void what_a_proxy_says_counts_where_the_operator_has_named_it() {
        try (TestingSharing behind = TestingSharing.start(
                "jdbc:h2:file:" + folder.resolve("others"),
                Map.of("SHARING_TRUSTED_PROXIES", "127.0.0.1,10.0.0.0/8"))) {
            behind.recipient("partner", "{}");
            String token = behind.token("partner");
            behind.recipient("partner", "{\"networks\":[\"192.0.2.0/24\"]}");

            assertThat(behind.protocol(token, "X-Forwarded-For", "203.0.113.9, 192.0.2.7, 10.1.1.1"))
                    .isEqualTo(404);
            assertThat(behind.protocol(token, "X-Forwarded-For", "192.0.2.7, 203.0.113.9"))
                    .isEqualTo(403);
            assertThat(behind.protocol(token, "X-Forwarded-For", "192.0.2.7, evil.example.com"))
                    .isEqualTo(403);
            assertThat(behind.protocol(token)).isEqualTo(403);
        }
    }

    @Test
    void a_group_has_no_link() {
        server.recipient("group:analysts", "{}");

        assertThat(server.call("POST", "/admin/v1/recipients/group:analysts/activations", "")
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> look(String code) {
        return server.get("/activation", "Authorization", "Bearer " + code);
    }

    private HttpResponse<String> use(String code) {
        return server.call("POST", "/activation", "", "Authorization", "Bearer " + code);
    }
}
