package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.json;
import static io.outputport.provisioner.api.Bodies.provisioning;
import static io.outputport.provisioner.api.Bodies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.TestingServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {
    private static final ProblemCode CODE = new ProblemCode("testing");
    private static final Problem WRONG_NAME = Problem.of(CODE, "The name is wrong.", "Write \"right\" instead.")
            .at("dataProduct.components[1].specific.select", new Position(12, 7));

    private static TestingServer server;
    private static TestingAdmission admission;

    @BeforeAll
    static void start() {
        server = TestingServer.start();
        admission = server.bean(TestingAdmission.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        admission.reset();
    }

    @Test
    void a_good_descriptor_is_valid_without_an_error() throws Exception {
        HttpResponse<String> answer = server.post("/v1/validate", provisioning().toString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"valid\":true}");
    }

    @Test
    void every_problem_says_field_place_and_fix_in_its_one_line() throws Exception {
        admission.problems = List.of(WRONG_NAME, Problem.of(CODE, "Another."));
        admission.notices = List.of(Problem.of(CODE, "The view is not there yet."));

        JsonNode verdict =
                json(server.post("/v1/validate?details=true", provisioning().toString()));

        assertThat(verdict.path("valid").asBoolean(true)).isFalse();
        assertThat(texts(verdict.path("error").path("errors")))
                .containsExactly(
                        "dataProduct.components[1].specific.select (line 12, column 7): The name is wrong."
                                + " Write \"right\" instead.",
                        "Another.");
        assertThat(texts(verdict.path("notices"))).containsExactly("The view is not there yet.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?details=false", "?details=", "?detail=true"})
    void only_who_asks_gets_fields_that_the_tech_adapter_api_does_not_name(String query) throws Exception {
        admission.problems = List.of(WRONG_NAME);
        admission.notices = List.of(Problem.of(CODE, "The view is not there yet."));

        JsonNode verdict =
                json(server.post("/v1/validate" + query, provisioning().toString()));
        JsonNode refusal =
                json(server.post("/v1/provision" + query, provisioning().toString()));
        JsonNode asked =
                json(server.post("/v1/provision?details=true", provisioning().toString()));

        assertThat(names(verdict)).containsExactlyInAnyOrder("valid", "error");
        assertThat(names(refusal)).containsExactlyInAnyOrder("errors", "userMessage", "inputErrorField", "moreInfo");
        assertThat(names(asked)).contains("details");
    }

    @Test
    void notices_alone_leave_a_descriptor_valid() throws Exception {
        admission.notices = List.of(Problem.of(CODE, "The view is not there yet."));

        JsonNode verdict = json(server.post("/v1/validate", provisioning().toString()));

        assertThat(verdict.path("valid").asBoolean()).isTrue();
        assertThat(verdict.has("error")).isFalse();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void an_answer_stays_small_however_much_is_wrong() throws Exception {
        admission.problems = Collections.nCopies(10_000, Problem.of(CODE, "x".repeat(5_000)));

        HttpResponse<String> answer = server.post("/v1/validate", provisioning().toString());

        List<String> errors = texts(json(answer).path("error").path("errors"));
        assertThat(errors).hasSize(501).last().isEqualTo("And 9500 more; mend these first.");
        assertThat(errors.get(0)).hasSize(2_001);
    }
}
