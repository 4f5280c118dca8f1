package io.outputport.provisioner.file;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PORT_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port that is a file goes the whole way that a port on Hasura goes. */
class FilePortTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static TestingServer server;

    @BeforeAll
    static void start() {
        server = TestingServer.whole(
                Map.of(
                        "TASK_DB_URL", "jdbc:h2:mem:" + folder.getFileName(),
                        "POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/sandbox",
                        "POSTGRES_USER", "reader",
                        "POSTGRES_PASSWORD", "not-used",
                        "POSTGRES_SOURCES", "sandbox=PG_SANDBOX_URL",
                        "DRIFT_CHECK", "repair",
                        "DRIFT_CHECK_INTERVAL", "200ms",
                        "LOCKED_IDENTITIES", "owner"),
                Map.of("testing.files", folder.toString()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The next story begins where nothing is. */
    @AfterEach
    void remove() throws Exception {
        end(server.post("/v1/unprovision", order(descriptor("readings.txt"))).body());
        Files.deleteIfExists(folder.resolve("readings.txt"));
    }

    @Test
    void it_is_judged_by_the_rules_for_all_ports_and_by_its_own() throws Exception {
        JsonNode missing = judged(descriptor(null));
        assertThat(missing.path("valid").asBoolean()).isFalse();
        assertThat(missing.at("/error/errors").toString())
                .contains("file is missing", "Add file: <the name of the file>");
        assertThat(judged(descriptor("taken.txt")).toString()).contains("is somebody else's", "specific.file");
        assertThat(judged(descriptor("readings.txt")).path("valid").asBoolean()).isTrue();
        JsonNode elsewhere = judged(aDescriptor().port("technology", "Kafka").yaml());
        assertThat(elsewhere.toString()).contains("whose technology is Hasura or File");
    }

    @Test
    void its_plan_tells_what_would_be_done_and_does_nothing() throws Exception {
        JsonNode plan = JSON.readTree(
                server.post("/v1/plan", order(descriptor("readings.txt"))).body());

        assertThat(plan.path("executable").asBoolean()).isTrue();
        assertThat(plan.at("/changes/steps/0/description").asText()).isEqualTo("File readings.txt is there");
        assertThat(plan.at("/remarks").toString()).contains("It is a file.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void it_is_deployed_given_watched_repaired_and_removed() throws Exception {
        Path file = folder.resolve("readings.txt");

        JsonNode deployed = end(
                server.post("/v1/provision", order(descriptor("readings.txt"))).body());
        assertThat(deployed.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(deployed.at("/info/publicInfo/file").asText()).isEqualTo("readings.txt");
        assertThat(file).hasContent("user:ann_example.com");

        String refs = "[\"user:bob\",\"group:readers\"]";
        assertThat(end(server.post("/v1/updateacl", acl(refs)).body())
                        .path("status")
                        .asText())
                .isEqualTo("COMPLETED");
        assertThat(file).hasContent("user:bob user:ann_example.com group:readers");

        Files.delete(file);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(file).hasContent("user:bob user:ann_example.com group:readers"));
        JsonNode port = JSON.readTree(server.get("/v1/ports").body()).at("/ports/0");
        assertThat(port.path("technology").asText()).isEqualTo("file");
        assertThat(port.at("/place/file").asText()).isEqualTo("readings.txt");

        assertThat(end(server.post("/v1/unprovision", order(descriptor("readings.txt")))
                                .body())
                        .path("result")
                        .asText())
                .isEqualTo("Output port " + PORT_ID + " is removed.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void access_is_taken_away_before_the_task_has_its_turn_and_a_port_that_is_not_there_gives_none() throws Exception {
        assertThat(end(server.post("/v1/updateacl", acl("[\"user:bob\"]")).body())
                        .path("status")
                        .asText())
                .isEqualTo("FAILED");
        end(server.post("/v1/provision", order(descriptor("readings.txt"))).body());
        end(server.post("/v1/updateacl", acl("[\"user:bob\"]")).body());

        server.post("/v1/updateacl", acl("[]"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(folder.resolve("readings.txt")).hasContent("user:ann_example.com"));
    }

    @Test
    void it_does_not_become_a_port_of_another_kind() throws Exception {
        end(server.post("/v1/provision", order(descriptor("readings.txt"))).body());

        JsonNode other =
                end(server.post("/v1/provision", order(aDescriptor().yaml())).body());

        assertThat(other.path("status").asText()).isEqualTo("FAILED");
        assertThat(other.toString()).contains("is deployed with technology file", "Unprovision it first");
    }

    @Test
    void what_is_there_is_read_back_into_the_catalog() throws Exception {
        Files.writeString(folder.resolve("readings.txt"), "");

        JsonNode read = reversed("readings.txt");
        assertThat(read.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(read.path("updates").toString()).isEqualTo("{\"spec.mesh.specific.file\":\"readings.txt\"}");
        assertThat(reversed("other.txt").toString()).contains("There is no file other.txt.");
    }

    @Test
    void the_command_line_serves_it_too(@TempDir Path own) throws Exception {
        Path descriptor = Files.writeString(own.resolve("descriptor.yaml"), descriptor("readings.txt"));

        assertThat(typed("plan", descriptor.toString())).contains("File readings.txt is there");
        assertThat(typed("provision", descriptor.toString())).contains("It is served as readings.txt.");
        assertThat(typed("ports")).contains(PORT_ID, "IN_SYNC");
    }

    private String typed(String command, String... arguments) {
        List<String> all =
                new ArrayList<>(List.of(command, "--server", server.url().toString()));
        all.addAll(List.of(arguments));
        Typed typed = Typed.inAShell().command(all.toArray(String[]::new));
        return typed.out() + typed.err();
    }

    private static String descriptor(@org.jspecify.annotations.Nullable String file) {
        return aDescriptor()
                .port("technology", "File")
                .port("dependsOn", null)
                .port("specific", file == null ? Map.of() : Map.of("file", file))
                .yaml();
    }

    private JsonNode judged(String descriptor) throws IOException, InterruptedException {
        return JSON.readTree(server.post("/v1/validate", order(descriptor)).body());
    }

    private JsonNode reversed(String file) throws Exception {
        ObjectNode body =
                JSON.createObjectNode().put("useCaseTemplateId", "urn:t").put("environment", "development");
        body.putObject("params").put("file", file);
        body.putObject("catalogInfo");
        String token = server.post("/v1/reverse-provisioning", body.toString()).body();
        return endAt("/v1/reverse-provisioning/" + token + "/status");
    }

    private JsonNode end(String token) {
        return endAt("/v1/provision/" + token + "/status");
    }

    private JsonNode endAt(String path) {
        return await().atMost(PATIENCE)
                .until(
                        () -> JSON.readTree(server.get(path).body()),
                        status -> !status.path("status").asText().equals("RUNNING"));
    }

    private static String order(String descriptor) {
        return JSON.createObjectNode()
                .put("descriptorKind", "COMPONENT_DESCRIPTOR")
                .put("descriptor", descriptor)
                .toString();
    }

    private static String acl(String refs) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.set("refs", JSON.readTree(refs));
        body.putObject("provisionInfo")
                .put("request", descriptor("readings.txt"))
                .put("result", "");
        return body.toString();
    }
}
