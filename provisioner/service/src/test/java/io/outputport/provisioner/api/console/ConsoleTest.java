package io.outputport.provisioner.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.TestingServer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as it is served; what it does is told by the stories of the sandbox. */
class ConsoleTest {
    private static final Pattern MODULE = Pattern.compile("\"([^\"]+[^/])\":\"\\./([^\"]+)\"");
    private static TestingServer server;

    @BeforeAll
    static void start() {
        server = TestingServer.with(Map.of("CONSOLE", "true", "PROVISIONER_BASE_PATH", "/below"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_module_that_the_page_names_is_there() throws Exception {
        List<String> files = MODULE.matcher(page().body())
                .results()
                .map(module -> module.group(2))
                .toList();

        assertThat(files).hasSizeGreaterThan(15);
        for (String file : files) {
            HttpResponse<String> module = server.get("/console/" + file);
            assertThat(module.statusCode()).as(file).isEqualTo(200);
            assertThat(module.headers().firstValue("Content-Type").orElseThrow())
                    .as(file)
                    .startsWith("text/javascript");
        }
    }

    @Test
    void nothing_in_the_page_runs_but_the_map_of_its_modules() throws Exception {
        HttpResponse<String> page = page();
        String map = page.body().split("<script type=\"importmap\">")[1].split("</script>")[0];
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(map.getBytes(StandardCharsets.UTF_8));

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "style-src 'self';", "frame-ancestors 'none'")
                .contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.body()).doesNotContainPattern(" on\\w+=").doesNotContainPattern("<style| style=");
    }

    @Test
    void a_browser_that_has_a_file_is_told_so() throws Exception {
        HttpResponse<String> first = server.get("/console/console.css");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = server.get("/console/console.css", "If-None-Match", tag);

        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void files_are_compressed_for_those_that_can_read_it() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/console/texts.js"))
                .header("Accept-Encoding", "gzip, br")
                .build();
        HttpResponse<byte[]> packed = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        String plain = server.get("/console/texts.js").body();

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void without_the_slash_one_is_sent_to_where_its_links_hold() throws Exception {
        HttpResponse<String> answer = server.get("/console");

        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Location")).hasValue("console/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provisioner.yml",
                "modules.properties",
                "modules/lit/package.json",
                "modules/none/index.js",
                "..%2Fprovisioner.yml",
                "modules/lit/..%2F..%2F..%2Flogback.js",
                "views/.js"
            })
    void what_is_no_file_of_the_page_is_not_there(String path) throws Exception {
        HttpResponse<String> answer = server.get("/console/" + path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("userMessage");
    }

    @Test
    void it_is_off_unless_the_operator_wants_it() throws Exception {
        try (TestingServer without = TestingServer.start()) {
            assertThat(without.get("/console/").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> page() throws Exception {
        return server.get("/console/");
    }
}
