package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.json;
import static io.outputport.provisioner.api.Bodies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {
    private static final LogEntry STEP = new LogEntry(
            TestingQueue.ACCEPTED_AT.plusSeconds(2), Severity.WARNING, "hasura", "The table was registered.");
    private static final Problem DOWN =
            Problem.of(new ProblemCode("testing"), "Hasura does not answer.", "Start it again.");
    private static final TaskStatus DONE = new TaskStatus.Completed(new TaskResult("Done.", """
            {"publicInfo":{"url":{"type":"string","label":"GraphQL","value":"x","href":null},"n":[1,2.50,true]},
             "privateInfo":{},"aclInfo":[{"identity":"user:alice","locked":true}]}
            """));

    private static TestingServer server;
    private static TestingQueue queue;

    @BeforeAll
    static void start() {
        server = TestingServer.start();
        queue = server.bean(TestingQueue.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        queue.reset();
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"PROVISION", "UNPROVISION", "UPDATE_ACL"})
    void one_status_path_serves_the_tokens_of_all_changes(Operation operation) throws Exception {
        TaskToken token = queue.put(operation, new TaskStatus.Running());

        HttpResponse<String> answer = server.get("/v1/provision/" + token + "/status");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"RUNNING\",\"result\":\"\",\"logs\":[]}");
    }

    @Test
    void a_running_task_tells_its_latest_step_and_its_log() throws Exception {
        TaskToken token = queue.put(Operation.PROVISION, new TaskStatus.Running(), STEP);

        JsonNode status = json(server.get("/v1/provision/" + token + "/status"));

        assertThat(status.path("result").asText()).isEqualTo("The table was registered.");
        assertThat(status.path("logs"))
                .containsExactly(new ObjectMapper()
                        .createObjectNode()
                        .put("timestamp", "2026-11-21T08:30:02Z")
                        .put("level", "WARNING")
                        .put("message", "The table was registered.")
                        .put("phase", "hasura"));
    }

    @Test
    void every_line_of_a_failed_task_has_a_phase() throws Exception {
        TaskToken token = queue.put(
                Operation.PROVISION, new TaskStatus.Failed(List.of(DOWN, Problem.of(DOWN.code(), "Another is, too."))));

        JsonNode logs = json(server.get("/v1/provision/" + token + "/status")).path("logs");

        assertThat(logs.findValuesAsText("message")).contains("Another is, too.");
        assertThat(logs.findValuesAsText("phase")).hasSameSizeAs(logs).doesNotContain("");
    }

    @Test
    void a_completed_task_shows_its_info_as_json() throws Exception {
        TaskToken token = queue.put(Operation.PROVISION, DONE);

        JsonNode status = json(server.get("/v1/provision/" + token + "/status"));

        assertThat(status.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(status.path("result").asText()).isEqualTo("Done.");
        assertThat(status.path("info").toString())
                .isEqualTo(
                        "{\"publicInfo\":{\"url\":{\"type\":\"string\",\"label\":\"GraphQL\",\"value\":\"x\",\"href\":null},"
                                + "\"n\":[1,2.5,true]},\"privateInfo\":{},\"aclInfo\":[{\"identity\":\"user:alice\",\"locked\":true}]}");
    }

    @Test
    void info_without_locked_identities_leaves_them_out() throws Exception {
        TaskToken token = queue.put(
                Operation.UPDATE_ACL,
                new TaskStatus.Completed(new TaskResult("", "{\"publicInfo\":{},\"privateInfo\":{}}")));

        JsonNode status = json(server.get("/v1/provision/" + token + "/status"));

        assertThat(status.path("info").toString()).isEqualTo("{\"publicInfo\":{},\"privateInfo\":{}}");
        assertThat(status.path("result").asText("absent")).isEmpty();
    }

    @Test
    void the_log_of_a_failed_task_ends_with_every_problem_once() throws Exception {
        LogEntry told = new LogEntry(TestingQueue.ACCEPTED_AT, Severity.ERROR, "hasura", DOWN.sentence());
        Problem another = Problem.of(new ProblemCode("testing"), "And the role mapper is down.");
        TaskToken token = queue.put(Operation.PROVISION, new TaskStatus.Failed(List.of(DOWN, another)), STEP, told);

        JsonNode status = json(server.get("/v1/provision/" + token + "/status"));

        assertThat(status.path("status").asText()).isEqualTo("FAILED");
        assertThat(status.path("result").asText())
                .isEqualTo("Hasura does not answer. Start it again.\nAnd the role mapper is down.");
        assertThat(status.path("logs").findValuesAsText("message"))
                .containsExactly(
                        "The table was registered.",
                        "Hasura does not answer. Start it again.",
                        "And the role mapper is down.");
        assertThat(status.has("info")).isFalse();
    }

    @Test
    void a_task_that_is_being_stopped_says_so() throws Exception {
        TaskToken stopping = queue.put(Operation.PROVISION, new TaskStatus.Terminating());
        TaskToken stopped = queue.put(Operation.PROVISION, new TaskStatus.Terminated());

        assertThat(json(server.get("/v1/provision/" + stopping + "/status"))
                        .path("status")
                        .asText())
                .isEqualTo("TERMINATING");
        assertThat(json(server.get("/v1/provision/" + stopped + "/status"))
                        .path("status")
                        .asText())
                .isEqualTo("TERMINATED");
    }

    @Test
    void a_finished_validation_holds_its_verdict() throws Exception {
        String verdict = "{\"valid\":false,\"error\":{\"errors\":[\"Wrong.\"]},\"notices\":[\"Not yet.\"]}";
        TaskToken token = queue.put(Operation.VALIDATE, new TaskStatus.Completed(new TaskResult("Invalid.", verdict)));

        HttpResponse<String> answer = server.get("/v2/validate/" + token + "/status?details=true");
        HttpResponse<String> plain = server.get("/v2/validate/" + token + "/status");

        assertThat(answer.body()).isEqualTo("{\"status\":\"COMPLETED\",\"info\":{\"publicInfo\":" + verdict + "}}");
        assertThat(plain.body()).isEqualTo(answer.body().replace(",\"notices\":[\"Not yet.\"]", ""));
    }

    @Test
    void a_validation_that_runs_has_no_info_and_one_that_crashed_tells_why() throws Exception {
        TaskToken running = queue.put(Operation.VALIDATE, new TaskStatus.Running());
        TaskToken crashed = queue.put(Operation.VALIDATE, new TaskStatus.Failed(List.of(DOWN)));

        assertThat(server.get("/v2/validate/" + running + "/status").body()).isEqualTo("{\"status\":\"RUNNING\"}");
        JsonNode failed = json(server.get("/v2/validate/" + crashed + "/status"));
        assertThat(failed.path("status").asText()).isEqualTo("FAILED");
        assertThat(texts(failed.path("info").path("publicInfo").path("error").path("errors")))
                .containsExactly("Hasura does not answer. Start it again.");
    }

    @Test
    void a_finished_reverse_provisioning_holds_its_updates() throws Exception {
        TaskToken token = queue.put(
                Operation.REVERSE_PROVISION,
                new TaskStatus.Completed(new TaskResult("", "{\"spec.mesh.description\":\"new\"}")));

        HttpResponse<String> answer = server.get("/v1/reverse-provisioning/" + token + "/status");

        assertThat(answer.body())
                .isEqualTo("{\"status\":\"COMPLETED\",\"updates\":{\"spec.mesh.description\":\"new\"},\"logs\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%22TOKEN%22", "%2522TOKEN%2522", "TOKEN"})
    void quotes_around_a_token_do_no_harm(String form) throws Exception {
        TaskToken token = queue.put(Operation.PROVISION, new TaskStatus.Running());

        HttpResponse<String> answer =
                server.get("/v1/provision/" + form.replace("TOKEN", token.toString()) + "/status");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/provision/%s/status,VALIDATE",
        "/v1/provision/%s/status,REVERSE_PROVISION",
        "/v2/validate/%s/status,PROVISION",
        "/v1/reverse-provisioning/%s/status,VALIDATE"
    })
    void a_token_of_another_kind_is_unknown(String path, Operation operation) throws Exception {
        TaskToken token = queue.put(operation, new TaskStatus.Running());

        HttpResponse<String> answer = server.get(path.formatted(token));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4c0e6f0e-4f4b-4f0e-8a55-0f4c8f3d6d11", "nonsense", "%20", "%22%22", "..%2F..", "%00"})
    void an_unknown_or_malformed_token_is_400_and_named(String token) throws Exception {
        HttpResponse<String> answer = server.get("/v1/provision/" + token + "/status");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = json(answer);
        assertThat(error.path("userMessage").asText()).startsWith("No task of this kind has this token.");
        assertThat(error.path("inputErrorField").asText()).isEqualTo("token");
        assertThat(error.has("input")).isTrue();
    }

    @Test
    void a_token_that_is_a_page_long_is_not_repeated_in_full() throws Exception {
        HttpResponse<String> answer = server.get("/v1/provision/" + "x".repeat(3_000) + "/status");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("input").asText()).hasSize(201);
    }
}
