package io.outputport.engine;

import static io.outputport.engine.TestMetadata.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.EngineSettings.Hook;
import io.outputport.engine.EngineSettings.HookMode;
import io.outputport.engine.http.Pause;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.engine.http.Routes;
import io.outputport.engine.http.fault.Faults;
import io.outputport.engine.http.fault.StandardFaults;
import io.outputport.engine.http.server.LoopbackServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may ask what: the admin secret, roles, and the webhook. */
class AccessTest {
    private static final String EXPORT = "{\"type\":\"export_metadata\",\"args\":{}}";
    private static final String QUERY = "{\"query\":\"{a}\",\"operationName\":\"O\",\"variables\":{\"v\":1}}";
    private static final String MISSING = "x-hasura-admin-secret/x-hasura-access-key required, but not found";
    private static final String WRONG = "invalid x-hasura-admin-secret/x-hasura-access-key";

    private final List<Request> shown = new CopyOnWriteArrayList<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private volatile Reply hook = Reply.text(200, "{\"X-Hasura-Role\":\"reader\",\"X-Hasura-User-Id\":\"7\"}");
    private LoopbackServer webhook;
    private TestEngine plain;
    private TestEngine hooked;

    @BeforeEach
    void start() throws IOException {
        Routes routes = Routes.otherwise(request -> {
            shown.add(request);
            request.json().ifPresent(asked::add);
            return hook;
        });
        webhook = LoopbackServer.start(0, routes, Faults.of(StandardFaults.with(Map.of())), Pause.real());
        plain = TestEngine.start();
        hooked = TestEngine.start(
                EngineSettings.of(TestEngine.SECRET).withWebhook(webhook.url().resolve("/v1/authenticate")));
    }

    @AfterEach
    void stop() {
        webhook.close();
        plain.close();
        hooked.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        x-hasura-admin-secret | test-secret | -      | 200
        x-hasura-access-key   | test-secret | -      | 200
        x-hasura-admin-secret | test-secret | admin  | 200
        x-hasura-admin-secret | test-secret | reader | 400 access-denied $.args restricted access : admin only
        x-hasura-admin-secret | wrong       | -      | 401 access-denied $ invalid x-hasura-admin-secret/x-hasura-access-key
        accept                | anything    | -      | 401 access-denied $ x-hasura-admin-secret/x-hasura-access-key required, but not found
        """)
    void metadata_is_for_the_admin(String header, String secret, String role, String expected) {
        Map<String, String> headers =
                role == null ? Map.of(header, secret) : Map.of(header, secret, "x-hasura-role", role);

        var answer = plain.post("/v1/metadata", EXPORT, headers);

        assertThat(answer.status() == 200 ? "200" : answer.error()).isEqualTo(expected);
    }

    @Test
    void who_shows_nothing_has_the_unauthorized_role_and_cannot_choose_another() {
        try (TestEngine open =
                TestEngine.start(EngineSettings.of(TestEngine.SECRET).withUnauthorizedRole("public"))) {
            var answer = open.post("/v1/graphql", QUERY, Map.of("x-hasura-role", "admin", "x-hasura-user-id", "7"));

            assertThat(answer.body().at("/data/role").asText()).isEqualTo("public");
            assertThat(answer.body().at("/data/user").asText()).isEqualTo("7");
            assertThat(open.post("/v1/metadata", EXPORT, Map.of()).error())
                    .isEqualTo("400 access-denied $.args restricted access : admin only");
            assertThat(open.post("/v1/metadata", EXPORT, Map.of("x-hasura-admin-secret", "wrong"))
                            .error())
                    .isEqualTo("401 access-denied $ " + WRONG);
        }
    }

    @Test
    void a_webhook_and_an_unauthorized_role_do_not_go_together() {
        EngineSettings both =
                EngineSettings.of(TestEngine.SECRET).withWebhook(webhook.url()).withUnauthorizedRole("public");

        assertThatThrownBy(() -> TestEngine.start(both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not allowed when --auth-hook (HASURA_GRAPHQL_AUTH_HOOK) is set");
    }

    @Test
    void graphql_runs_as_the_role_that_the_admin_names() {
        var answer = plain.post(
                "/v1/graphql",
                QUERY,
                Map.of(
                        "X-Hasura-Admin-Secret", TestEngine.SECRET,
                        "X-Hasura-Role", "reader",
                        "X-Hasura-User-Id", "9"));

        assertThat(answer.body())
                .isEqualTo(json("{\"data\":{\"role\":\"reader\",\"user\":\"9\",\"operation\":\"O\"}}"));
    }

    @Test
    void refusals_are_200_on_v1_and_have_their_status_on_v1alpha1() {
        assertThat(plain.post("/v1/graphql", QUERY, Map.of()).status()).isEqualTo(200);
        assertThat(plain.post("/v1/graphql", QUERY, Map.of()).body()).isEqualTo(error("access-denied", MISSING));
        assertThat(plain.post("/v1alpha1/graphql", QUERY, Map.of()).status()).isEqualTo(401);
        assertThat(plain.post("/v1/graphql", QUERY, Map.of("x-hasura-admin-secret", "no"))
                        .body())
                .isEqualTo(error("access-denied", WRONG));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        no json     | invalid-json | Error in $: not a valid json value
        {}          | parse-failed | the key 'query' was not present
        {"query":7} | parse-failed | the key 'query' was not present
        """)
    void what_is_no_graphql_request_is_refused(String body, String code, String message) {
        var answer = plain.post("/v1/graphql", body, Map.of("x-hasura-admin-secret", TestEngine.SECRET));

        assertThat(answer.body()).isEqualTo(error(code, message));
    }

    @Test
    void a_batch_is_answered_in_order() {
        var answer = plain.post(
                "/v1/graphql",
                "[{\"query\":\"{a}\",\"operationName\":\"A\"},{\"query\":\"{b}\",\"operationName\":\"B\"}]",
                Map.of("x-hasura-admin-secret", TestEngine.SECRET));

        assertThat(answer.body().findValuesAsText("operation")).containsExactly("A", "B");
    }

    @Test
    void the_webhook_sees_headers_and_request_and_decides_the_role() {
        var answer = hooked.post("/v1/graphql", QUERY, Map.of("Authorization", "Bearer alice"));

        assertThat(answer.body())
                .isEqualTo(json("{\"data\":{\"role\":\"reader\",\"user\":\"7\",\"operation\":\"O\"}}"));
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).at("/headers/Authorization").asText()).isEqualTo("Bearer alice");
        assertThat(asked.get(0).path("request"))
                .isEqualTo(json("{\"variables\":{\"v\":1},\"operationName\":\"O\",\"query\":\"{a}\"}"));
    }

    @Test
    void a_webhook_that_is_asked_with_get_sees_headers_only() {
        var settings = EngineSettings.of(TestEngine.SECRET).withWebhook(new Hook(webhook.url(), HookMode.GET));
        try (TestEngine engine = TestEngine.start(settings)) {
            var answer = engine.post(
                    "/v1/graphql",
                    QUERY,
                    Map.of("Authorization", "Bearer alice", "Accept", "x/y", "Cache-Control", "no"));

            assertThat(answer.body().at("/data/role").asText()).isEqualTo("reader");
        }

        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).method()).isEqualTo("GET");
        assertThat(shown.get(0).header("authorization")).contains("Bearer alice");
        assertThat(shown.get(0).headers()).doesNotContainKey("cache-control").doesNotContainEntry("accept", "x/y");
        assertThat(shown.get(0).body()).isEmpty();
    }

    @Test
    void the_webhook_is_not_asked_about_the_admin() {
        hooked.post("/v1/graphql", QUERY, Map.of("x-hasura-admin-secret", TestEngine.SECRET));
        var wrong = hooked.post("/v1/graphql", QUERY, Map.of("x-hasura-admin-secret", "wrong"));

        assertThat(wrong.body()).isEqualTo(error("access-denied", WRONG));
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        401 | {}           | access-denied | Authentication hook unauthorized this request | 401
        500 | {}           | unexpected | Invalid response from authorization hook | 500
        200 | no json      | unexpected | Invalid response from authorization hook | 500
        200 | {"X-User":"7"} | unexpected | missing x-hasura-role key in webhook response | 500
        """)
    void what_the_webhook_refuses_is_refused(int status, String body, String code, String message, int alphaStatus) {
        hook = Reply.text(status, body);

        assertThat(hooked.post("/v1/graphql", QUERY, Map.of()).body()).isEqualTo(error(code, message));
        assertThat(hooked.post("/v1alpha1/graphql", QUERY, Map.of()).status()).isEqualTo(alphaStatus);
    }

    @Test
    void a_webhook_that_is_away_is_an_error_and_opens_nothing() {
        webhook.close();

        assertThat(hooked.post("/v1/graphql", QUERY, Map.of()).body())
                .isEqualTo(error("unexpected", "webhook authentication request failed"));
    }

    @Test
    void metadata_is_refused_to_a_role_of_the_webhook() {
        assertThat(hooked.post("/v1/metadata", EXPORT, Map.of()).error())
                .isEqualTo("400 access-denied $.args restricted access : admin only");
    }

    @Test
    void version_and_unknown_paths_are_public_and_ids_come_back() {
        assertThat(plain.get("/v1/version").body().path("version").asText()).startsWith("v2.");
        assertThat(plain.get("/nowhere").error()).isEqualTo("404 not-found $ resource does not exist");
        assertThat(plain.post("/v1/metadata", EXPORT, Map.of("X-Request-Id", "mine"))
                        .response()
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("mine");
        assertThat(plain.get("/v1/version").response().headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(UUID.fromString(id)).isNotNull());
    }

    private static JsonNode error(String code, String message) {
        return json("{\"errors\":[{\"extensions\":{\"path\":\"$\",\"code\":\"" + code + "\"},\"message\":\"" + message
                + "\"}]}");
    }
}
