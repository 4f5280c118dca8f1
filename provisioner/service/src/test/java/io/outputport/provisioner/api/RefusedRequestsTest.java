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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedRequestsTest {
    private static final String JSON = "application/json";
    private static final List<String> INTERNALS =
            List.of("Exception", "jackson", "REDACTED", "io.", "Source:", "START_");

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                             | body: The request body is empty.",
                "`  `                           | body: The request body is empty.",
                "hello                          | body (line 1, column 1): The request body is not JSON.",
                "{                              | body (line 1, column 2): The request body ends in the middle of its JSON.",
                "{\"descriptor\":\"a: b         | body (line 1, column 20): The request body ends in the middle of its JSON.",
                "{'descriptor':1}               | body (line 1, column 2): The request body is not JSON.",
                "{\"a\":1}{}                    | body (line 1, column 8): Something follows the end of the JSON object.",
                "[]                             | body: The request body must be a JSON object, but is a list.",
                "null                           | body: The request body must be a JSON object, but is null.",
                "5                              | body: The request body must be a JSON object, but is a number.",
                "\"x\"                          | body: The request body must be a JSON object, but is text.",
                "{\"descriptor\":5}             | descriptor (line 1, column 15): This must be text, but is a number.",
                "{\"descriptor\":[1]}           | descriptor (line 1, column 15): This must be text, but is a list.",
                "{\"descriptor\":{\"a\":1}}     | descriptor (line 1, column 15): This must be text, but is an object.",
                "{\"removeData\":\"yes\"}       | removeData (line 1, column 15): This must be true or false, but is text.",
                "{\"removeData\":1}             | removeData (line 1, column 15): This must be true or false, but is a number.",
                "{\"descriptor\":\"\",\"descriptor\":\"\"} | descriptor (line 1, column 31): The field is there twice.",
                "{\"descriptor\":\"a: b\"}      | descriptorKind: The request body does not have this field.",
                "{\"descriptorKind\":\"X\",\"descriptor\":null} | descriptor: The request body does not have this field."
            })
    void a_body_that_is_no_provisioning_request_is_400_in_one_clear_sentence(String body, String problem)
            throws Exception {
        for (String path : List.of("/v1/provision", "/v1/unprovision", "/v1/validate")) {
            HttpResponse<String> answer = server.post(path, body);

            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertComplete(json(answer), problem);
            assertThat(answer.body()).doesNotContain(INTERNALS);
        }
        assertThat(admission.orders).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"refs\":\"a\"} | refs (line 1, column 9): This must be a list of texts, but is text.",
                "{\"refs\":[\"a\",null]} | refs[1] (line 1, column 14): This must be text, but is null.",
                "{\"refs\":[]} | provisionInfo: The request body does not have this field.",
                "{\"refs\":[],\"provisionInfo\":{}} | provisionInfo.request: The request body does not have this field.",
                "{\"refs\":[],\"provisionInfo\":[]} | provisionInfo (line 1, column 28): This must be an object, but is a list.",
                "{\"accessControlFields\":\"x\"} | accessControlFields (line 1, column 24): This must be an object, but is text."
            })
    void a_body_that_is_no_update_acl_request_is_400_too(String body, String problem) throws Exception {
        HttpResponse<String> answer = server.post("/v1/updateacl", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertComplete(json(answer), problem);
    }

    @Test
    void everything_of_a_wrong_kind_is_told_at_once() throws Exception {
        JsonNode error = json(server.post("/v1/provision", "{\"descriptor\":1,\"removeData\":\"x\"}"));

        assertThat(texts(error.path("moreInfo").path("problems"))).hasSize(3);
        assertThat(error.path("userMessage").asText()).startsWith("3 things are wrong. The first: descriptor (line 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/provision|{\"descriptorKind\":\"COMPONENT_DESCRIPTOR\",\"descriptr\":\"x\"}|descriptor"
                        + "|There is \"descriptr\": did you mean descriptor?",
                "/v1/updateacl|{\"ref\":[],\"provisionInfo\":{\"request\":\"x\"}}|refs|There is \"ref\": did you mean refs?",
                "/v1/updateacl|{\"refs\":[],\"provisionInfo\":{\"requst\":\"x\"}}|provisionInfo.request"
                        + "|There is \"requst\": did you mean request?",
                "/v1/reverse-provisioning|{\"useCaseTemplateID\":\"x\",\"environment\":\"x\"}|useCaseTemplateId"
                        + "|There is \"useCaseTemplateID\": did you mean useCaseTemplateId?",
                "/v1/provision|{\"descriptorKind\":\"COMPONENT_DESCRIPTOR\",\"other\":\"x\"}|descriptor|Add it;"
            })
    void a_field_that_resembles_the_missing_one_is_pointed_at(String path, String body, String field, String remedy)
            throws Exception {
        JsonNode error = json(server.post(path, body));

        assertThat(error.path("inputErrorField").asText()).isEqualTo(field);
        assertThat(texts(error.path("moreInfo").path("solutions")))
                .singleElement()
                .asString()
                .startsWith(remedy);
    }

    @Test
    void a_body_that_is_not_utf_8_is_told_by_its_encoding() throws Exception {
        String body = "{\"descriptorKind\":\"COMPONENT_DESCRIPTOR\",\"descriptor\":\"r\u00E9gl\u00E9\"}";

        JsonNode latin = json(server.send(
                "POST",
                "/v1/validate",
                BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1),
                "Content-Type",
                JSON));
        JsonNode wide = json(server.send(
                "POST", "/v1/validate", BodyPublishers.ofString(body, StandardCharsets.UTF_16), "Content-Type", JSON));

        assertThat(latin.path("userMessage").asText()).contains("line 1, column 57", "Latin-1", "Save it as UTF-8.");
        assertThat(wide.path("userMessage").asText())
                .isEqualTo("body: The text is in UTF-16, but must be in UTF-8. Save it as UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void absurd_nesting_is_400(String open) throws Exception {
        String body = "{\"refs\":[],\"accessControlFields\":{\"a\":" + open.repeat(100_000);

        HttpResponse<String> answer = server.post("/v1/updateacl", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("nested too deeply").hasSizeLessThan(2_000);
    }

    @Test
    void what_the_flow_refuses_is_400_with_every_problem_and_every_remedy_once() throws Exception {
        ProblemCode code = new ProblemCode("testing");
        admission.problems = List.of(
                Problem.of(code, "The name is wrong.", "Rename it.").at("dataProduct.name", new Position(3, 9)),
                Problem.of(code, "So is this.", "Rename it."));

        HttpResponse<String> answer =
                server.post("/v1/provision", provisioning().toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = json(answer);
        assertThat(texts(error.path("errors")))
                .containsExactly(
                        "dataProduct.name (line 3, column 9): The name is wrong. Rename it.", "So is this. Rename it.");
        assertThat(error.path("inputErrorField").asText()).isEqualTo("dataProduct.name");
        assertThat(texts(error.path("moreInfo").path("solutions"))).containsExactly("Rename it.");
    }

    @Test
    void a_problem_without_a_field_of_its_own_is_one_of_the_descriptor() throws Exception {
        admission.problems = List.of(Problem.of(new ProblemCode("testing"), "The descriptor is not YAML."));

        JsonNode error = json(server.post("/v1/provision", provisioning().toString()));

        assertThat(error.path("inputErrorField").asText()).isEqualTo("descriptor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/xml", "text/plain"})
    void a_body_of_another_type_is_415(String type) throws Exception {
        HttpResponse<String> answer =
                server.post("/v1/provision", provisioning().toString(), "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertComplete(json(answer), "The request body must be JSON.");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/nothing,404,There is nothing at /v1/nothing.",
        "GET,/v1/provision,405,/v1/provision does not take GET.",
        "PUT,/v1/validate,405,/v1/validate does not take PUT.",
        "POST,/,404,There is nothing at /."
    })
    void what_is_not_there_is_told_in_the_same_form(String method, String path, int status, String problem)
            throws Exception {
        HttpResponse<String> answer = server.send(method, path, BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertComplete(json(answer), problem);
    }

    @Test
    void a_bug_is_500_with_a_reference_and_without_its_text() throws Exception {
        admission.broken = true;

        HttpResponse<String> answer =
                server.post("/v1/provision", provisioning().toString());

        assertThat(answer.statusCode()).isEqualTo(500);
        JsonNode error = json(answer);
        assertThat(error.path("error").asText())
                .startsWith("The service failed unexpectedly.")
                .containsPattern("under [0-9a-f-]{36}\\.");
        assertThat(answer.body()).doesNotContain("hunter2").doesNotContain(INTERNALS);
    }

    @Test
    void a_reverse_provisioning_is_refused_with_everything_that_is_wrong_with_it() throws Exception {
        HttpResponse<String> nothing = server.post("/v1/reverse-provisioning", "{}");
        HttpResponse<String> noTable = server.post(
                "/v1/reverse-provisioning",
                "{\"useCaseTemplateId\":\"urn:x\",\"environment\":\"production\",\"params\":{\"view\":1}}");

        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(texts(json(nothing).path("errors"))).hasSize(2);
        assertThat(noTable.statusCode()).isEqualTo(400);
        assertThat(json(noTable).path("inputErrorField").asText()).isEqualTo("params.view");
        assertThat(texts(json(noTable).path("moreInfo").path("problems")))
                .anyMatch(problem -> problem.contains("This must be text, but is a number."));
    }

    private static void assertComplete(JsonNode error, String problem) {
        assertThat(texts(error.path("errors")).get(0)).startsWith(problem);
        assertThat(error.path("userMessage").asText()).contains(problem);
        assertThat(error.path("inputErrorField").asText()).isNotBlank();
        assertThat(texts(error.path("moreInfo").path("problems"))).contains(problem);
        assertThat(texts(error.path("moreInfo").path("solutions"))).isNotEmpty();
    }
}
