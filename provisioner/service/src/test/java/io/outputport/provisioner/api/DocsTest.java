package io.outputport.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.TestingServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocsTest {
    private static final Pattern LINK = Pattern.compile("(?:src=|href=|url: )\"([^\"]+)\"");

    @Test
    void the_page_and_everything_it_links_to_come_from_the_service_itself() throws Exception {
        try (TestingServer server = TestingServer.start()) {
            assertPageIsWhole(server);
            assertThat(server.get("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(server.get("/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void pages_are_there_to_be_read_and_for_nothing_else() throws Exception {
        try (TestingServer server = TestingServer.with(Map.of("PROVISIONER_BASE_PATH", "/mesh"))) {
            for (String path : List.of("/docs", "/docs/", "/docs/openapi.yml", "/docs/none")) {
                for (String method : List.of("DELETE", "PUT", "PATCH", "POST", "TRACE", "OPTIONS")) {
                    HttpResponse<String> answer = server.send(method, path, BodyPublishers.noBody());

                    assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(405);
                    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
                    assertThat(answer.body()).contains("does not take " + method);
                }
            }
            assertThat(server.send("HEAD", "/docs/openapi.yml", BodyPublishers.noBody())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void everything_moves_below_the_base_path_and_nothing_stays_outside() throws Exception {
        try (TestingServer server = TestingServer.with(Map.of("PROVISIONER_BASE_PATH", "/mesh/hasura/"))) {
            assertThat(server.url().getPath()).isEqualTo("/mesh/hasura");
            assertPageIsWhole(server);
            assertThat(server.get("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(server.post("/v1/provision", Bodies.provisioning().toString())
                            .statusCode())
                    .isEqualTo(202);
            for (String path : List.of("/", "/health/readiness", "/docs", "/docs/", "/v1/provision", "/mesh")) {
                assertThat(server.getFromRoot(path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    private static void assertPageIsWhole(TestingServer server) throws Exception {
        HttpResponse<String> redirect = server.get("/docs");
        assertThat(redirect.statusCode()).isEqualTo(307);
        URI page =
                redirect.uri().resolve(redirect.headers().firstValue("Location").orElseThrow());
        assertThat(page.getPath()).isEqualTo(server.url().getPath() + "/docs/");

        HttpResponse<String> html = server.get("/docs/");
        assertThat(html.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        List<String> links =
                LINK.matcher(html.body()).results().map(found -> found.group(1)).toList();
        assertThat(links).hasSizeGreaterThanOrEqualTo(4);
        for (String link : links) {
            assertThat(URI.create(link).isAbsolute()).as(link).isFalse();
            assertThat(link).doesNotStartWith("/");
            assertThat(server.get("/docs/" + link).statusCode()).as(link).isEqualTo(200);
        }
    }
}
