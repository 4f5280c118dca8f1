package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.acl;
import static io.outputport.provisioner.api.Bodies.json;
import static io.outputport.provisioner.api.Bodies.provisioning;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.TestingServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final int MEBI = 1024 * 1024;

    private static TestingServer server;

    @BeforeAll
    static void start() {
        server = TestingServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_body_of_just_8_mebibytes_is_taken_and_one_byte_more_is_413() throws Exception {
        String fits = bodyOf(8 * MEBI);

        assertThat(server.post("/v1/provision", fits).statusCode()).isEqualTo(202);
        HttpResponse<String> refused = server.post("/v1/provision", fits + " ");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(json(refused).path("userMessage").asText())
                .matches("The request body has \\d+ bytes, but at most 8388608 are allowed\\. .*");
    }

    @Test
    void a_body_of_10_megabytes_is_413_on_every_path() throws Exception {
        String body = bodyOf(10_000_000);

        for (String path :
                List.of("/v1/provision", "/v1/unprovision", "/v1/updateacl", "/v1/validate", "/v2/validate")) {
            assertThat(server.post(path, body).statusCode()).as(path).isEqualTo(413);
        }
    }

    @Test
    void a_body_that_does_not_tell_its_length_is_cut_off_too() throws Exception {
        byte[] body = bodyOf(10_000_000).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = server.send(
                "POST",
                "/v1/provision",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type",
                "application/json");

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void a_long_address_is_not_taken_for_a_large_body() throws Exception {
        HttpResponse<String> answer = server.get("/v1/provision/" + "x".repeat(20_000) + "/status");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("userMessage").asText())
                .startsWith("The request's address or headers are too long.");
    }

    @Test
    void a_small_gzip_of_a_large_body_is_413() throws Exception {
        HttpResponse<String> answer = server.send(
                "POST",
                "/v1/provision",
                BodyPublishers.ofByteArray(gzip(bodyOf(20_000_000))),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "gzip");

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void a_descriptor_of_just_2_mebibytes_is_taken_and_one_byte_more_is_413_on_every_path() throws Exception {
        String fits = "ü".repeat(MEBI);

        for (String path : List.of("/v1/provision", "/v1/unprovision", "/v1/validate", "/v2/validate")) {
            assertThat(status(path, provisioning().put("descriptor", fits)))
                    .as(path)
                    .isIn(200, 202);
            assertThat(status(path, provisioning().put("descriptor", fits + "x")))
                    .as(path)
                    .isEqualTo(413);
        }
    }

    @Test
    void the_descriptor_of_updateacl_has_the_same_limit() throws Exception {
        ObjectNode body = acl();
        body.withObject("/provisionInfo").put("request", "x".repeat(2 * MEBI + 1));

        HttpResponse<String> answer = server.post("/v1/updateacl", body.toString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("inputErrorField").asText()).isEqualTo("provisionInfo.request");
        assertThat(answer.body()).hasSizeLessThan(1_000);
    }

    @Test
    void both_limits_are_settings() throws Exception {
        try (TestingServer small = TestingServer.with(Map.of("MAX_BODY_SIZE", "1000", "MAX_DESCRIPTOR_SIZE", "100"))) {
            String descriptor =
                    provisioning().put("descriptor", "x".repeat(101)).toString();

            assertThat(json(small.post("/v1/provision", descriptor))
                            .path("userMessage")
                            .asText())
                    .contains(
                            "The descriptor has 101 bytes, but at most 100 are allowed. Send a smaller one, or let the operator"
                                    + " raise MAX_DESCRIPTOR_SIZE.");
            assertThat(json(small.post("/v1/provision", bodyOf(1_001)))
                            .path("userMessage")
                            .asText())
                    .contains("The request body has 1001 bytes, but at most 1000 are allowed.");
        }
    }

    private static int status(String path, ObjectNode body) throws Exception {
        return server.post(path, body.toString()).statusCode();
    }

    private static String bodyOf(int size) {
        String request = provisioning().toString();
        return request + " ".repeat(size - request.length());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
