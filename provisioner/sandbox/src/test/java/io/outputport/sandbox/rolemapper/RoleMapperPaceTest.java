package io.outputport.sandbox.rolemapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pace and the habits of the real role mapper, on which a caller must not come to grief. */
class RoleMapperPaceTest {
    private RoleMapper roleMapper;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        roleMapper = RoleMapper.start(0);
        http = Http.to(roleMapper.url());
        http.put("/v1/roles", "{\"role_id\":\"r\",\"component_id\":\"urn:c\",\"graphql_root_field_names\":[]}");
    }

    @AfterEach
    void stop() {
        roleMapper.close();
    }

    @Test
    void users_are_written_one_by_one_and_the_answer_comes_after_the_last() {
        http.post("/sandbox/settings", "{\"millisPerRow\":5}");
        long start = System.nanoTime();

        assertThat(putUsers(20)).isEqualTo(200);

        assertThat(System.nanoTime() - start).isGreaterThan(100_000_000L);
        assertThat(users()).hasSize(20);
    }

    @Test
    void it_goes_on_after_the_caller_has_hung_up_and_writes_over_what_is_newer() {
        http.post("/sandbox/faults", "[{\"path\":\"/v1/user_roles\",\"fault\":\"reset-late\",\"millis\":300}]");
        assertThatThrownBy(() -> putUsers(3)).isInstanceOf(UncheckedIOException.class);

        assertThat(putUsers(0)).isEqualTo(200);
        assertThat(users()).isEmpty();

        await().untilAsserted(() -> assertThat(users()).hasSize(3));
    }

    @Test
    void the_writes_at_work_are_counted() {
        http.post("/sandbox/settings", "{\"millisPerRow\":20}");
        assertThat(writing()).isZero();

        Thread caller = new Thread(() -> putUsers(20));
        caller.start();

        await().untilAsserted(() -> assertThat(writing()).isOne());
        await().untilAsserted(() -> assertThat(writing()).isZero());
    }

    @Test
    void an_encoded_slash_is_a_slash_and_such_a_path_is_not_found() {
        Reply notFound = new Reply(404, "{\"detail\":\"Not Found\"}");

        assertThat(http.get("/v1/roles/component_id/urn%3Aa%2Fb")).isEqualTo(notFound);
        assertThat(http.get("/v1/roles/a%2Fb")).isEqualTo(notFound);
    }

    @Test
    void a_fault_can_give_another_component_s_answer() {
        http.post("/sandbox/faults", "[{\"path\":\"/v1/roles/r\",\"fault\":\"other-component\"}]");

        assertThat(http.get("/v1/roles/r").json().path("component_id").asText()).isNotEqualTo("urn:c");
        assertThat(http.get("/v1/roles/r").json().path("component_id").asText()).isEqualTo("urn:c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"millisPerRow\":-1}", "{\"millisPerRow\":\"1\"}", "{\"rows\":1}", ""})
    void a_wrong_setting_is_refused_with_the_right_ones(String body) {
        Reply reply = http.post("/sandbox/settings", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("millisPerCall").contains("millisPerRow");
        assertThat(http.get("/sandbox/settings").body()).isEqualTo("{\"millisPerCall\":0,\"millisPerRow\":0}");
    }

    private int putUsers(int count) {
        String users =
                IntStream.range(0, count).mapToObj(i -> "\"user:u" + i + "\"").collect(Collectors.joining(","));
        return http.put("/v1/user_roles", "{\"role_id\":\"r\",\"users\":[" + users + "]}")
                .status();
    }

    private Iterable<?> users() {
        return http.get("/sandbox/state").json().at("/roles/0/users");
    }

    private int writing() {
        return http.get("/sandbox/state").json().path("writing").asInt();
    }
}
