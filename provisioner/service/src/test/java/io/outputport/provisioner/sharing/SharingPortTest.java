package io.outputport.provisioner.sharing;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PORT_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static io.outputport.provisioner.sharing.DeltaDescriptor.SHARE;
import static io.outputport.provisioner.sharing.DeltaDescriptor.aDeltaPort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.transport.StandIn.Answer;
import io.outputport.provisioner.TestingServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that serves Delta Sharing ports only goes the whole way with them. */
class SharingPortTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final SharingStandIn sharing = new SharingStandIn();
    private TestingServer server;

    @BeforeEach
    void start() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "TASK_DB_URL", "jdbc:h2:mem:" + folder.getFileName(),
                "SHARING_URL", sharing.url().toString(),
                "SHARING_ADMIN_TOKEN", SharingStandIn.TOKEN,
                "SHARING_PUBLIC_URL", "https://shares.example.org",
                "SHARING_TIMEOUT", "2s",
                "DRIFT_CHECK", "repair",
                "DRIFT_CHECK_INTERVAL", "200ms",
                "LOCKED_IDENTITIES", "owner"));
        settings.putAll(Map.of("HASURA_URL", "", "HASURA_ADMIN_SECRET", "", "ROLE_MAPPER_URL", ""));
        server = TestingServer.whole(settings);
    }

    @AfterEach
    void stop() {
        server.close();
        sharing.close();
    }

    @Test
    void it_is_validated_by_what_the_sharing_server_finds() throws Exception {
        assertThat(judged(aDeltaPort().yaml()).path("valid").asBoolean()).isTrue();
        assertThat(judged(aDescriptor().yaml()).toString()).contains("whose technology is Delta Sharing.");

        sharing.table("lake", "sales/orders", "order_id:string", "amount:double", "secret:string", "region:string");
        JsonNode plan = plan(aDeltaPort().yaml());
        assertThat(plan.path("executable").asBoolean()).isFalse();
        assertThat(plan.path("notices").toString())
                .contains(
                        "has columns that the data contract does not list: secret",
                        "says that column order_id is BIGINT, but in the table it is string",
                        "lists column ordered_at, but no table of the port has it");
        assertThat(judged(aDeltaPort().yaml()).path("valid").asBoolean()).isTrue();
        assertThat(server.post("/v1/validate?details=true", order(aDeltaPort().yaml()))
                        .body())
                .contains("dataContract.schema[0].dataType\"", "\"fix\":\"STRING\"");
    }

    @Test
    void its_plan_tells_what_would_be_done_and_does_nothing() throws Exception {
        JsonNode plan = plan(aDeltaPort().port("specific.urlLifetime", "10m").yaml());

        assertThat(plan.path("executable").asBoolean()).as(plan.toString()).isTrue();
        assertThat(plan.at("/changes/steps/0/action").asText()).isEqualTo("create");
        assertThat(plan.at("/changes/steps/0/description").asText())
                .isEqualTo("Share " + SHARE + " holds sales.orders");
        assertThat(plan.at("/changes/steps/1/description").asText()).contains("is granted to user:ann_example.com");
        assertThat(plan.toString())
                .contains("is at version 3 and has 4 columns", "deletion vectors", "\"urlLifetime\":\"10m\"")
                .contains("CREATE TABLE " + SHARE + ".sales.orders");
        assertThat(sharing.share(SHARE)).isEmpty();
    }

    @Test
    void it_is_deployed_given_watched_repaired_and_removed() throws Exception {
        JsonNode deployed = completed(provision(aDeltaPort().yaml()));
        assertThat(deployed.at("/info/publicInfo/sharingEndpoint/href").asText())
                .isEqualTo("https://shares.example.org/delta-sharing");
        assertThat(deployed.at("/info/publicInfo/pandas/value").asText()).contains("#" + SHARE + ".sales.orders");
        assertThat(deployed.at("/info/privateInfo/tables/0/path").asText()).isEqualTo("sales/orders");
        assertThat(deployed.toString()).doesNotContain(SharingStandIn.TOKEN);
        assertThat(sharing.readers(SHARE)).contains(List.of("user:ann_example.com"));

        completed(updateAcl("[\"user:bob\",\"group:readers\"]"));
        List<String> readers = List.of("group:readers", "user:ann_example.com", "user:bob");
        assertThat(sharing.readers(SHARE)).contains(readers);

        sharing.grantByHand(SHARE, "user:mallory");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sharing.readers(SHARE)).contains(readers));
        sharing.removeByHand(SHARE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sharing.readers(SHARE)).contains(readers));
        JsonNode port = JSON.readTree(server.get("/v1/ports").body()).at("/ports/0");
        assertThat(port.path("technology").asText()).isEqualTo("delta-sharing");
        assertThat(port.at("/place/share").asText()).isEqualTo(SHARE);

        sharing.lose("lake", "sales/orders");
        completed(unprovision(aDeltaPort().yaml()));
        assertThat(sharing.share(SHARE)).isEmpty();
    }

    @Test
    void a_share_that_somebody_else_made_is_named_and_left_alone() throws Exception {
        sharing.madeByHand(SHARE, "of a partner");

        JsonNode verdict = judged(aDeltaPort().yaml());
        assertThat(verdict.path("valid").asBoolean()).isFalse();
        assertThat(verdict.toString()).contains("There is a share " + SHARE + " that somebody else has made");
        assertThat(failed(provision(aDeltaPort().yaml()))).contains("so it is left alone");
        assertThat(failed(updateAcl("[\"user:bob\"]"))).contains("is not provisioned");
        completed(unprovision(aDeltaPort().yaml()));
        assertThat(sharing.readers(SHARE)).contains(List.of("partner"));

        sharing.removeByHand(SHARE);
        sharing.madeByHand(SHARE, "Output port urn:dmb:cmp:energy:other:1:port");
        assertThat(judged(aDeltaPort().yaml()).toString())
                .contains("belongs to another output port: urn:dmb:cmp:energy:other:1:port");
    }

    @Test
    void a_share_that_says_it_is_the_ports_is_taken_up_and_keeps_its_people() throws Exception {
        sharing.madeByHand(SHARE, "Output port " + PORT_ID);

        JsonNode deployed = completed(
                provision(aDeltaPort().port("specific.tokenLifetime", "720h").yaml()));

        assertThat(deployed.path("logs").toString()).contains("It is not known who has access to this port");
        assertThat(sharing.readers(SHARE)).contains(List.of("partner"));
        assertThat(sharing.share(SHARE).orElseThrow().path("tables")).hasSize(1);
        assertThat(sharing.share(SHARE).orElseThrow().path("tokenLifetime").asText())
                .isEqualTo("30d");
    }

    @Test
    void a_port_whose_removal_failed_half_way_starts_anew_without_its_people() throws Exception {
        completed(provision(aDeltaPort().yaml()));
        completed(updateAcl("[\"user:bob\"]"));
        sharing.refusing("DELETE");
        failed(unprovision(aDeltaPort().yaml()));
        assertThat(sharing.readers(SHARE)).contains(List.of());
        sharing.isWell();
        sharing.grantByHand(SHARE, "user:mallory");

        completed(provision(aDeltaPort().yaml()));

        assertThat(sharing.readers(SHARE)).contains(List.of("user:ann_example.com"));
    }

    @Test
    void another_name_takes_the_people_along_and_leaves_no_share_behind() throws Exception {
        completed(provision(aDeltaPort().yaml()));
        completed(updateAcl("[\"user:bob\"]"));

        completed(provision(aDeltaPort().port("specific.share", SHARE + "_eu").yaml()));

        assertThat(sharing.share(SHARE)).isEmpty();
        assertThat(sharing.readers(SHARE + "_eu")).contains(List.of("user:ann_example.com", "user:bob"));
    }

    @Test
    void a_server_that_does_not_know_filters_shares_nothing_instead_of_all_rows() throws Exception {
        String filtered = aDeltaPort()
                .yaml()
                .replace("path: sales/orders", "path: sales/orders\n        partitionFilter: {region: EU}");

        assertThat(failed(provision(filtered)))
                .contains("does not know a call that this provisioner makes", "partitionFilter is not a field here");
        assertThat(sharing.share(SHARE)).isEmpty();
    }

    @Test
    void a_server_in_trouble_or_too_slow_is_waited_for() throws Exception {
        sharing.answering(Answer.of(200, "<html>Welcome</html>"));
        assertThat(plan(aDeltaPort().yaml()).path("notices").toString()).contains("no answer of its admin API");
        sharing.answering(Answer.silence());
        String token = server.post("/v1/provision", order(aDeltaPort().yaml())).body();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                server.get("/v1/provision/" + token + "/status").body())
                        .contains("The sharing server could not be reached: ", "Trying again"));
        sharing.isWell();

        completed(end(token));
    }

    @Test
    void what_is_there_is_read_back_into_the_catalog() throws Exception {
        JsonNode read = reversed("{\"storage\":\"lake\",\"path\":\"sales/orders\"}");
        assertThat(read.path("status").asText()).as(read.toString()).isEqualTo("COMPLETED");
        assertThat(read.at("/updates/spec.mesh.dataContract.schema").findValuesAsText("dataType"))
                .containsExactly("BIGINT", "TIMESTAMPZ", "DOUBLE", "STRING");
        assertThat(reversed("{\"storage\":\"lake\",\"path\":\"nowhere\"}").toString())
                .contains("The table is not there.");
    }

    @Test
    void health_tells_of_the_sharing_server() throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(JSON.readTree(server.get("/health").body())
                                        .at("/details/dependencies/details/sharing/status")
                                        .asText())
                                .isEqualTo("UP"));
    }

    private JsonNode plan(String descriptor) throws Exception {
        return JSON.readTree(server.post("/v1/plan", order(descriptor)).body());
    }

    private JsonNode judged(String descriptor) throws Exception {
        return JSON.readTree(server.post("/v1/validate", order(descriptor)).body());
    }

    private JsonNode provision(String descriptor) throws Exception {
        return end(server.post("/v1/provision", order(descriptor)).body());
    }

    private JsonNode unprovision(String descriptor) throws Exception {
        return end(server.post("/v1/unprovision", order(descriptor)).body());
    }

    private JsonNode updateAcl(String refs) throws Exception {
        ObjectNode body = JSON.createObjectNode();
        body.set("refs", JSON.readTree(refs));
        body.putObject("provisionInfo").put("request", aDeltaPort().yaml()).put("result", "");
        return end(server.post("/v1/updateacl", body.toString()).body());
    }

    private JsonNode reversed(String params) throws Exception {
        ObjectNode body =
                JSON.createObjectNode().put("useCaseTemplateId", "urn:t").put("environment", "development");
        body.set("params", JSON.readTree(params));
        body.putObject("catalogInfo");
        String token = server.post("/v1/reverse-provisioning", body.toString()).body();
        return endAt("/v1/reverse-provisioning/" + token + "/status");
    }

    private static JsonNode completed(JsonNode status) {
        assertThat(status.path("status").asText()).as(status.toPrettyString()).isEqualTo("COMPLETED");
        return status;
    }

    private static String failed(JsonNode status) {
        assertThat(status.path("status").asText()).as(status.toPrettyString()).isEqualTo("FAILED");
        return status.toString();
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

    private static String order(String descriptor) throws IOException {
        return JSON.createObjectNode()
                .put("descriptorKind", "COMPONENT_DESCRIPTOR")
                .put("descriptor", descriptor)
                .toString();
    }
}
