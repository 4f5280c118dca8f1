package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminationTest {
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

    @Test
    void the_wish_to_stop_a_running_task_is_accepted_with_quotes_around_its_token_too() throws Exception {
        TaskToken token = queue.put(Operation.PROVISION, new TaskStatus.Running());

        HttpResponse<String> answer = delete("%22" + token + "%22");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(queue.terminated).containsExactly(token);
    }

    @Test
    void a_task_that_has_ended_is_400_in_words() throws Exception {
        TaskToken token = queue.put(
                Operation.PROVISION, new TaskStatus.Completed(new TaskResult("Done.", "{\"publicInfo\":{}}")));

        HttpResponse<String> answer = delete(token.toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("userMessage").asText()).contains("has ended before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4c0e6f0e-4f4b-4f0e-8a55-0f4c8f3d6d11", "nonsense"})
    void an_unknown_token_is_400(String token) throws Exception {
        assertThat(delete(token).statusCode()).isEqualTo(400);
    }

    @Test
    void a_validation_is_no_task_of_this_path() throws Exception {
        TaskToken token = queue.put(Operation.VALIDATE, new TaskStatus.Running());

        assertThat(delete(token.toString()).statusCode()).isEqualTo(400);
        assertThat(queue.terminated).isEmpty();
    }

    private static HttpResponse<String> delete(String token) throws IOException, InterruptedException {
        return server.send("DELETE", "/v1/provision/" + token, BodyPublishers.noBody());
    }
}
