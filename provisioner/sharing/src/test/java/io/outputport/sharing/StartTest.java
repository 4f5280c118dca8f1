package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
    @TempDir
    Path folder;

    @Test
    void answers_for_health_and_metrics_and_shows_its_api() throws Exception {
        try (SharingServer server = SharingServer.start(Settings.of(environment(), SharingNames.ALL))) {
            assertThat(get(server, "/health/readiness").body()).contains("\"status\":\"UP\"");
            assertThat(get(server, "/health/liveness").body()).contains("\"status\":\"UP\"");
            assertThat(get(server, "/prometheus").body()).contains("# HELP");
            String port = Integer.toString(server.url().getPort());
            assertThat(HealthCall.ask(new String[0], Map.of("SHARING_PORT", port)))
                    .isZero();
        }
    }

    @Test
    void a_setting_that_is_misspelt_stops_the_start_in_one_sentence() {
        assertThat(Sharing.run(Map.of("SHARING_PROT", "1"))).hasValueSatisfying(failed -> {
            assertThat(failed.exitCode()).isEqualTo(2);
            assertThat(failed.sentence()).contains("SHARING_PROT is not a setting of the sharing", "SHARING_PORT");
        });
    }

    @Test
    void settings_of_a_provisioner_beside_it_are_not_its_own_and_do_not_stop_it() throws Exception {
        Map<String, String> both = new HashMap<>(environment());
        both.put("SHARING_URL", "http://sharing:5003");
        both.put("SHARING_ADMIN_TOKEN", "of-the-provisioner");
        both.put("SHARING_TIMEOUT", "10s");
        both.put("SHARING_STORAGE_RULES", "finance=lake/finance");
        both.put("SHARING_STORAGE_LAKE", folder.toString());

        try (SharingServer server = SharingServer.start(Settings.of(both, SharingNames.ALL))) {
            assertThat(get(server, "/admin/v1/storages").body())
                    .contains("\"lake\"")
                    .doesNotContain("rules");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/rules", "file:///srv/rules", "s3://bucket/rules"})
    void a_storage_cannot_be_called_as_the_provisioner_s_rules(String root) {
        Map<String, String> named = new HashMap<>(environment());
        named.put("SHARING_STORAGE_RULES", root);

        assertThat(Sharing.run(named)).hasValueSatisfying(failed -> {
            assertThat(failed.exitCode()).isEqualTo(2);
            assertThat(failed.sentence()).contains("no storage can be called \"rules\"");
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
