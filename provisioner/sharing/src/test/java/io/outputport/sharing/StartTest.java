package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    @TempDir
    Path folder;

    @Test
    void answers_for_health_and_metrics_and_shows_its_api() throws Exception {
        try (SharingServer server = SharingServer.start(Settings.of(environment(), SharingNames.ALL))) {
            assertThat(get(server, "/health/readiness").body()).contains("\"status\":\"UP\"");
            assertThat(get(server, "/health/liveness").body()).contains("\"status\":\"UP\"");
            assertThat(get(server, "/prometheus").body()).contains("# HELP");
        }
    }

    @Test
    void a_setting_that_is_misspelt_stops_the_start_in_one_sentence() {
        assertThat(Sharing.run(Map.of("SHARING_PROT", "1"))).hasValueSatisfying(failed -> {
            assertThat(failed.exitCode()).isEqualTo(2);
            assertThat(failed.sentence()).contains("SHARING_PROT is not a setting of the sharing", "SHARING_PORT");
        });
    }

    private Map<String, String> environment() {
        return Map.of(
                "SHARING_PORT", "0",
                "SHARING_HOST", "127.0.0.1",
                "SHARING_DB_URL", "jdbc:h2:file:" + folder.resolve("shares"));
    }

    private static HttpResponse<String> get(SharingServer server, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
