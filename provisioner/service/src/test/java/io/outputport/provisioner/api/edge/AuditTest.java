package io.outputport.provisioner.api.edge;

import static io.outputport.provisioner.api.Bodies.provisioning;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.api.TestingQueue;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Who changed what, in the log. */
class AuditTest {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("audit");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        lines.start();
        LOGGER.addAppender(lines);
    }

    @AfterEach
    void leave() {
        LOGGER.detachAppender(lines);
    }

    @Test
    void without_credentials_an_order_is_told_with_address_component_and_task() throws Exception {
        try (TestingServer server = TestingServer.start()) {
            String token =
                    server.post("/v1/provision", provisioning().toString()).body();
            server.post("/v1/validate", provisioning().toString());
            server.get("/tasks");

            assertThat(told())
                    .containsExactly("POST /v1/provision by anonymous 127.0.0.1 accepted with 202, component"
                            + " urn:dmb:cmp:healthcare:vaccinations:0:hasura, task " + token);
        }
    }

    @Test
    void a_stop_is_told_with_its_task_and_a_body_never() throws Exception {
        try (TestingServer server = TestingServer.start()) {
            TaskToken token = server.bean(TestingQueue.class).put(Operation.PROVISION, new TaskStatus.Running());

            server.send("DELETE", "/v1/provision/" + token, BodyPublishers.noBody());
            server.post("/v1/unprovision", "{\"descriptor\":\"hunter2\"");

            assertThat(told())
                    .containsExactly(
                            "DELETE /v1/provision/" + token + " by anonymous 127.0.0.1 accepted with 202, component"
                                    + " urn:dmb:cmp:x, task " + token,
                            "POST /v1/unprovision by anonymous 127.0.0.1 refused with 400");
        }
    }

    @Test
    void the_token_s_name_is_told_and_so_is_who_was_turned_away() throws Exception {
        Path file = Files.writeString(folder.resolve("tokens"), TokensTest.line("dashboard", "read", "secret-1"));
        try (TestingServer server = TestingServer.with(Map.of("API_TOKENS_FILE", file.toString()))) {
            provision(server, "secret-1");
            provision(server, "secret-2");

            assertThat(told())
                    .containsExactly(
                            "POST /v1/provision by token dashboard refused with 403",
                            "POST /v1/provision by anonymous 127.0.0.1 refused with 401");
        }
    }

    private static void provision(TestingServer server, String token) throws Exception {
        server.post(
                "/v1/provision",
                provisioning().toString(),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + token);
    }

    private List<String> told() {
        return List.copyOf(lines.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
