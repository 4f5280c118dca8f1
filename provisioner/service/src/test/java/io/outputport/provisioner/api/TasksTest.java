package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import io.outputport.provisioner.task.TaskQueue;
import io.outputport.provisioner.task.list.TaskList;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TasksTest {
    private static TestingServer server;

    @BeforeAll
    static void start() {
        server = TestingServer.start();
        // The real queue behind the list; the other tests of this package replace it.
        TaskQueue queue = (TaskQueue) server.bean(TaskList.class);
        queue.submit(new Submission(Operation.REVERSE_PROVISION, "urn:a", "{}"));
        queue.submit(new Submission(Operation.REVERSE_PROVISION, "urn:b", "{}"));
        queue.submit(new Submission(Operation.REVERSE_PROVISION, "urn:b", "{}"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tasks_come_page_by_page() throws Exception {
        JsonNode first = json(server.get("/tasks?limit=2"));
        JsonNode second =
                json(server.get("/tasks?limit=2&before=" + first.path("next").asText()));

        assertThat(first.path("tasks").findValuesAsText("component")).containsExactly("urn:b", "urn:b");
        assertThat(second.path("tasks").findValuesAsText("component")).containsExactly("urn:a");
        assertThat(second.has("next")).isFalse();
        assertThat(second.at("/tasks/0/token").asText()).hasSize(36);
        assertThat(second.at("/tasks/0/acceptedAt").asText()).endsWith("Z");
    }

    @Test
    void one_component_s_tasks_can_be_asked_for() throws Exception {
        assertThat(json(server.get("/tasks?component=urn:a")).path("tasks")).hasSize(1);
        assertThat(json(server.get("/tasks?component=urn:none&state=failed")).path("tasks"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=LOST", "limit=0", "limit=501", "limit=many", "before=x"})
    void a_wrong_question_is_400_and_names_the_parameter(String query) throws Exception {
        HttpResponse<String> answer = server.get("/tasks?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("inputErrorField").asText()).isEqualTo(query.split("=", 2)[0]);
        assertThat(json(answer).path("userMessage").asText()).contains('"' + query.split("=", 2)[1] + '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/tasks?stat=FAILED|There is no query parameter \"stat\". Did you mean state?",
                "/tasks?after=1|There is no query parameter \"after\". Write one of before, component, details, limit, state,"
                        + " or leave it out.",
                "/v1/ports?before=1|There is no query parameter \"before\"."
            })
    void a_parameter_that_means_nothing_is_refused_where_it_would_list_everything(String path, String sentence)
            throws Exception {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("userMessage").asText()).startsWith(sentence);
        assertThat(server.get("/tasks?details=true&limit=1").statusCode()).isEqualTo(200);
    }

    @Test
    void elsewhere_it_is_ignored_and_the_answer_says_so() throws Exception {
        HttpResponse<String> answer = server.post(
                "/v1/validate?details=true&tenant=a&dry-run=1",
                Bodies.provisioning().toString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Ignored-Parameters")).contains("dry-run, tenant");
        assertThat(server.get("/v1/provision/x/status").headers().firstValue("Ignored-Parameters"))
                .isEmpty();
    }
}
