package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.acl;
import static io.outputport.provisioner.api.Bodies.provisioning;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.flow.order.AclOrder;
import io.outputport.provisioner.flow.order.ProvisionOrder;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.TaskToken;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedRequestsTest {
    private static TestingServer server;
    private static TestingQueue queue;
    private static TestingAdmission admission;

    @BeforeAll
    static void start() {
        server = TestingServer.start();
        queue = server.bean(TestingQueue.class);
        admission = server.bean(TestingAdmission.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        queue.reset();
        admission.reset();
    }

    @ParameterizedTest
    @CsvSource({"/v1/provision,PROVISION", "/v1/unprovision,UNPROVISION", "/v2/validate,VALIDATE"})
    void a_request_becomes_a_task_and_the_answer_is_its_bare_token(String path, Operation operation) throws Exception {
        HttpResponse<String> answer = server.post(path, provisioning().toString());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(answer.body()).doesNotContain("\"");
        assertThat(TaskToken.parse(answer.body()).flatMap(queue::find))
                .hasValueSatisfying(report -> assertThat(report.operation()).isEqualTo(operation));
    }

    @Test
    void updateacl_hands_over_the_whole_snapshot() throws Exception {
        String fields = "{\"purpose\":[null,1.10,12345678901234567890,{}]}";
        String body = acl().toString().replaceFirst("}$", ",\"accessControlFields\":" + fields + "}");

        HttpResponse<String> answer = server.post("/v1/updateacl", body);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(admission.orders)
                .containsExactly(new AclOrder(
                        List.of("user:alice", "group:analysts"), "{\"dataProduct\":{}}", "done", Optional.of(fields)));
    }

    @Test
    void callers_of_older_versions_leave_remove_data_out_and_send_fields_we_do_not_know() throws Exception {
        String body =
                "{\"unknown\":{\"deep\":[1,{}]},\"descriptorKind\":\"COMPONENT_DESCRIPTOR\",\"descriptor\":\"a: b\","
                        + "\"latestEnrichedDescriptor\":null}";

        server.post("/v1/provision", body);

        assertThat(admission.orders)
                .containsExactly(new ProvisionOrder("COMPONENT_DESCRIPTOR", "a: b", false, Optional.empty()));
    }

    @Test
    void everything_that_a_provisioning_request_can_hold_reaches_the_flow() throws Exception {
        String body = provisioning()
                .put("descriptorKind", "SOMETHING_ELSE")
                .put("descriptor", "name: \"Größe\"\n")
                .put("removeData", true)
                .put("latestEnrichedDescriptor", "id: x")
                .toString();

        server.post("/v1/unprovision", body);

        assertThat(admission.orders)
                .containsExactly(new ProvisionOrder("SOMETHING_ELSE", "name: \"Größe\"\n", true, Optional.of("id: x")));
    }

    @Test
    void the_obsolete_validation_request_is_taken_as_a_component_descriptor() throws Exception {
        HttpResponse<String> answer = server.post("/v2/validate", "{\"descriptor\":\"a: b\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(admission.orders)
                .containsExactly(new ProvisionOrder("COMPONENT_DESCRIPTOR", "a: b", false, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "*/*", "text/html", "application/json;q=0.1, text/xml"})
    void the_token_comes_whatever_the_caller_says_that_it_accepts(String accept) throws Exception {
        HttpResponse<String> answer = server.post(
                "/v1/provision", provisioning().toString(), "Content-Type", "application/json", "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(TaskToken.parse(answer.body())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "application/json;charset=UTF-8", "APPLICATION/JSON"})
    void json_is_taken_with_a_charset_too(String contentType) throws Exception {
        HttpResponse<String> answer =
                server.post("/v1/provision", provisioning().toString(), "Content-Type", contentType);

        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void the_token_is_a_json_string_where_the_operator_wants_it() throws Exception {
        try (TestingServer quoting = TestingServer.with(Map.of("TOKEN_AS_JSON", "true"))) {
            HttpResponse<String> answer =
                    quoting.post("/v1/provision", provisioning().toString());

            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.body()).matches("\"[0-9a-f-]{36}\"");
        }
    }

    @Test
    void a_full_queue_is_503_with_the_whole_seconds_to_wait() throws Exception {
        queue.refusing = Optional.of(Duration.ofMillis(1_200));

        HttpResponse<String> answer =
                server.post("/v1/provision", provisioning().toString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(Bodies.json(answer).path("error").asText()).startsWith("The queue is full.");
    }
}
