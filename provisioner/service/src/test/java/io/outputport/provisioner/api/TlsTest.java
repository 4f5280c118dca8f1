package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.provisioning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.outputport.foundation.transport.TestingCertificates;
import io.outputport.provisioner.TestingServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes with a server whose certificate and authorities stand in files. */
class TlsTest {
    @TempDir
    Path folder;

    private TestingCertificates authority;
    private Path certificate;
    private Path key;
    private Path clients;

    @BeforeEach
    void makeCertificates() throws Exception {
        authority = TestingCertificates.authority("mesh");
        certificate = folder.resolve("tls.crt");
        key = folder.resolve("tls.key");
        clients = folder.resolve("clients.crt");
        authority.issue("provisioner").write(certificate, key);
        Files.writeString(clients, TestingCertificates.pem(authority.certificate()));
    }

    @Test
    void the_service_is_reached_over_tls_and_no_longer_without() throws Exception {
        try (TestingServer server = TestingServer.with(settings(Map.of()))) {
            assertThat(server.url().getScheme()).isEqualTo("https");
            assertThat(get(server, authority.client(), "/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(get(server, authority.client(), "/tasks").statusCode()).isEqualTo(200);
            assertThat(server.healthCall("API_TLS_CERTIFICATE_FILE", certificate.toString()))
                    .isZero();

            URI plain = URI.create("http://127.0.0.1:" + server.url().getPort() + "/tasks");
            assertThatThrownBy(() -> HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(plain).build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_client_without_a_certificate_of_the_authority_is_refused_in_the_handshake() throws Exception {
        TestingCertificates stranger =
                TestingCertificates.authority("elsewhere").issue("coordinator");
        try (TestingServer server = TestingServer.with(settings(clientCa()))) {
            assertThat(provision(server, authority.client(authority.issue("coordinator")))
                            .statusCode())
                    .isEqualTo(202);
            assertThatThrownBy(() -> provision(server, authority.client())).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> provision(server, authority.client(stranger)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void where_a_certificate_is_only_wanted_probes_need_none_and_the_api_still_does() throws Exception {
        Map<String, String> wanted = new HashMap<>(clientCa());
        wanted.put("API_TLS_CLIENT_AUTH", "want");
        try (TestingServer server = TestingServer.with(settings(wanted))) {
            assertThat(get(server, authority.client(), "/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(get(server, authority.client(), "/tasks").statusCode()).isEqualTo(401);
            assertThat(provision(server, authority.client(authority.issue("coordinator")))
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void a_renewed_certificate_is_shown_without_a_restart() throws Exception {
        TestingCertificates renewed = TestingCertificates.authority("renewed mesh");
        try (TestingServer server = TestingServer.with(settings(Map.of("API_TLS_RELOAD", "200ms")))) {
            assertThat(get(server, authority.client(), "/tasks").statusCode()).isEqualTo(200);

            renewed.issue("provisioner").write(certificate, key);

            await().ignoreExceptionsInstanceOf(SSLException.class)
                    .untilAsserted(() -> assertThat(
                                    get(server, renewed.client(), "/tasks").statusCode())
                            .isEqualTo(200));
        }
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(
                Map.of("API_TLS_CERTIFICATE_FILE", certificate.toString(), "API_TLS_KEY_FILE", key.toString()));
        settings.putAll(more);
        return settings;
    }

    private Map<String, String> clientCa() {
        return Map.of("API_TLS_CLIENT_CA_FILE", clients.toString());
    }

    private static HttpResponse<String> get(TestingServer server, SSLContext tls, String path)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path)), tls);
    }

    private static HttpResponse<String> provision(TestingServer server, SSLContext tls)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(server.url() + "/v1/provision"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(provisioning().toString())),
                tls);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, SSLContext tls)
            throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(Duration.ofMinutes(1))
                .build()
                .send(request.timeout(Duration.ofMinutes(3)).build(), BodyHandlers.ofString());
    }
}
