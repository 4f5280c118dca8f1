package io.outputport.sharing.authentication;

import static org.assertj.core.api.Assertions.assertThat;

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
    void whoeverIsRefusedLearnsNoReason() {
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
    void aTokenReadsNothingOfTheAdminApiAndALinkNothingOfTheProtocol() {
        String token = server.token("partner");

        assertThat(server.get("/admin/v1/shares", "Authorization", "Bearer " + token, "Origin", "http://x")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void wordsForTheSchemeAreReadWhateverTheirCase() {
        String token = server.token("partner");

        assertThat(server.get("/delta-sharing/shares/none", "Authorization", "bearer " + token)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherWayToWriteThePathLeadsToNobodyElsesDoor() {
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

    private static String shown(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("WWW-Authenticate").orElse("") + " " + answer.body();
    }
}
