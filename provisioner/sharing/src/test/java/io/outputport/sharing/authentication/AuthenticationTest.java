package io.outputport.sharing.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.store.OpenDatabase;
import io.outputport.sharing.TestingSharing;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthenticationTest {
    @TempDir
    Path folder;

    private TestingSharing server;

    @BeforeEach
    void start() {
        server = TestingSharing.in(folder, Map.of());
        server.recipient("partner", "{}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoever_is_refused_learns_no_reason() {
        String revoked = server.token("partner");
        server.call("POST", "/admin/v1/recipients/partner/revoke", "");
        List<String> bearers = List.of(
                "Bearer " + revoked,
                "Bearer dss_" + "A".repeat(43),
                "Bearer",
                "Bearer ",
                "Bearer " + "x".repeat(4_000),
                "Bearer a.b.c",
                "Basic " + revoked,
                revoked,
                "Bearer " + server.link("partner", ""));

        Set<String> answers = new HashSet<>();
        for (String bearer : bearers) {
            answers.add(shown(server.get("/delta-sharing/shares", "Authorization", bearer)));
        }
        answers.add(shown(server.get("/delta-sharing/shares")));

        assertThat(answers)
                .singleElement()
                .satisfies(answer -> assertThat(answer)
                        .startsWith("401 Bearer realm=\"delta-sharing\" {\"errorCode\":\"UNAUTHENTICATED\""));
    }

    @Test
    void a_token_reads_nothing_of_the_admin_api_and_a_link_nothing_of_the_protocol() {
        String token = server.token("partner");

        assertThat(server.get("/admin/v1/shares", "Authorization", "Bearer " + token, "Origin", "http://x")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void words_for_the_scheme_are_read_whatever_their_case() {
        String token = server.token("partner");

        assertThat(server.get("/delta-sharing/shares/none", "Authorization", "bearer " + token)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void another_way_to_write_the_path_leads_to_nobody_elses_door() {
        for (String path : List.of(
                "/delta-sharing/shares",
                "/delta-sharing//shares",
                "//delta-sharing/shares",
                "/delta%2Dsharing/shares",
                "/delta-sharing/./shares",
                "/x/../delta-sharing/shares",
                "/delta-sharing;a=b/shares")) {
            assertThat(server.get(path).statusCode()).as(path).isIn(401, 404, 400);
        }
    }

    @Test
    void without_the_database_nobody_is_let_in_and_everybody_is_told_to_come_again() {
        String token = server.token("partner");

        server.bean(OpenDatabase.class).close();

        HttpResponse<String> answer = server.get("/delta-sharing/shares", "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(server.get("/admin/v1/shares").statusCode()).isEqualTo(503);
        assertThat(server.get("/health/readiness").statusCode()).isEqualTo(503);
    }

    private static String shown(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("WWW-Authenticate").orElse("") + " " + answer.body();
    }
}
