package io.outputport.sharing.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.store.TestingPostgres;
import io.outputport.sharing.TestingSharing;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Texts that not every database keeps: what is sent again in vain for minutes must be no 5xx. */
class UnusualTextTest {
    private static final String NUL = "\\u0000";
    private static final String HALF = "\\ud83d";

    private static TestingSharing server;

    @BeforeAll
    static void start() {
        server = TestingSharing.start(
                TestingPostgres.freshDatabase(),
                Map.of("SHARING_SIGNING_KEY", "a key of the test's, as long as one has to be"));
        server.share("there", "user:alice");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void half_a_character_and_nul_are_refused_wherever_they_stand() {
        for (String text : new String[] {NUL, HALF}) {
            assertThat(put("/shares/a", "{\"comment\":\"x" + text + "\"}")).isEqualTo(400);
            assertThat(put("/shares/a", table("s" + text, "t", "p"))).isEqualTo(400);
            assertThat(put("/shares/a", table("s", "t" + text, "p"))).isEqualTo(400);
            assertThat(put("/shares/a", table("s", "t", "p" + text))).isEqualTo(400);
            assertThat(put("/shares/there/grants", "{\"recipients\":[\"user:" + text + "\"]}"))
                    .isEqualTo(400);
            assertThat(put("/recipients/a", "{\"comment\":\"" + text + "\"}")).isEqualTo(400);
            assertThat(put("/recipients/a", "{\"properties\":{\"a\":\"" + text + "\"}}"))
                    .isEqualTo(400);
        }
    }

    @Test
    void a_name_that_is_longer_in_lower_case_than_its_column_is_refused() {
        assertThat(put("/shares/a", table("\u0130".repeat(200), "t", "p"))).isEqualTo(400);
        assertThat(put("/shares/there/grants", "{\"recipients\":[\"user:" + "\u0130".repeat(200) + "\"]}"))
                .isEqualTo(400);
        assertThat(put("/shares/a", table("\u0130".repeat(100), "\uD83D\uDE00".repeat(100), "p")))
                .isEqualTo(201);
    }

    @Test
    void as_many_properties_and_networks_as_are_allowed_are_kept() {
        String properties = IntStream.range(0, 50)
                .mapToObj(at -> "\"p" + at + "\":\"" + "\\u0001".repeat(100) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        String networks = IntStream.range(0, 100)
                .mapToObj(at -> "\"2001:db8:1111:2222:3333:4444:5555:%04x/128\"".formatted(at))
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(put("/recipients/many", "{\"properties\":" + properties + ",\"networks\":" + networks + "}"))
                .isEqualTo(200);
    }

    @Test
    void an_unusual_name_in_a_call_is_one_that_is_not_there() {
        String token = server.token("user:alice");
        for (String name :
                new String[] {"%00", "%F0%9F%98%80".repeat(130), "%ED%A0%BD", "%FF", "a%2Bb", "x".repeat(3_000)}) {
            int status = server.get("/delta-sharing/shares/" + name, "Authorization", "Bearer " + token)
                    .statusCode();
            assertThat(status).as(name).isBetween(400, 499);
        }
    }

    @Test
    void whatever_a_caller_accepts_it_is_answered() {
        for (String accepted : new String[] {"application/x-ndjson", "text/html", "text/plain", "garbage"}) {
            assertThat(server.get("/admin/v1/shares", "Accept", accepted).statusCode())
                    .as(accepted)
                    .isEqualTo(200);
            assertThat(server.get("/delta-sharing/shares", "Accept", accepted).statusCode())
                    .as(accepted)
                    .isEqualTo(401);
        }
    }

    @Test
    void a_name_with_a_plus_is_found_under_its_name() {
        server.share("a%2Bb", "user:alice");

        assertThat(server.get("/admin/v1/shares").body()).contains("\"a+b\"");
    }

    private static int put(String path, String body) {
        return server.call("PUT", "/admin/v1" + path, body).statusCode();
    }

    private static String table(String schema, String name, String path) {
        return "{\"tables\":[{\"schema\":\"" + schema + "\",\"name\":\"" + name + "\",\"storage\":\"lake\",\"path\":\""
                + path + "\"}]}";
    }
}
