package io.outputport.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.outputport.foundation.store.BoundedDisk;
import io.outputport.foundation.store.TestingPostgres;
import io.outputport.foundation.store.Wire;
import io.outputport.foundation.store.sql.DatabaseFailure;
import io.outputport.provisioner.TestingServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What callers and probes hear while the task database does not do its part. */
class DatabaseOutageTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void a_database_that_is_cut_off_is_asked_again_and_one_that_is_away_is_503() throws Exception {
        String url = TestingPostgres.freshDatabase();
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        try (Wire wire = Wire.to(port);
                TestingServer server = TestingServer.whole(Map.of(
                        "TASK_DB_URL",
                        url.replaceFirst("//localhost:" + port, "//127.0.0.1:" + wire.port()),
                        "PARALLEL_TASKS",
                        "1"))) {
            String token = sendAtOnce(server, 20).get(0).body();

            wire.cut();
            assertThat(sendAtOnce(server, 20))
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));

            ListAppender<ILoggingEvent> lines = listen();
            wire.remove();
            isUnavailable(validate(server));
            isUnavailable(server.get("/v2/validate/" + token + "/status"));
            isUnavailable(server.get("/tasks"));
            assertThat(server.get("/health/readiness").statusCode()).isEqualTo(503);
            assertThat(server.get("/health/liveness").statusCode()).isEqualTo(200);
            // Who looks after something by itself meets the outage, too.
            await().atMost(PATIENCE)
                    .until(() -> lines.list.size() > 3
                            && List.copyOf(lines.list).stream().anyMatch(line -> line.getThrowableProxy() != null));

            wire.putBack();
            await().atMost(PATIENCE).until(() -> validate(server).statusCode() == 202);
            hasNoStack(lines);
        }
    }

    @Test
    void a_database_that_is_frozen_is_given_up_within_a_bounded_time() throws Exception {
        String url = TestingPostgres.freshDatabase();
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        try (Wire wire = Wire.to(port);
                TestingServer server = TestingServer.whole(Map.of(
                        "TASK_DB_URL",
                        url.replaceFirst("//localhost:" + port, "//127.0.0.1:" + wire.port()),
                        "PARALLEL_TASKS",
                        "1"))) {
            sendAtOnce(server, 9);
            wire.freeze();

            assertThat(sendAtOnce(server, 20)).allSatisfy(DatabaseOutageTest::isUnavailable);
            assertThat(server.get("/health/readiness").statusCode()).isEqualTo(503);

            wire.thaw();
            await().atMost(PATIENCE).until(() -> validate(server).statusCode() == 202);
        }
    }

    @Test
    void a_disk_that_was_full_for_a_while_needs_no_restart(@TempDir Path folder) throws Exception {
        try (TestingServer server =
                TestingServer.whole(Map.of("TASK_DB_URL", BoundedDisk.h2(folder.resolve("tasks"))))) {
            assertThat(validate(server).statusCode()).isEqualTo(202);
            BoundedDisk.breakDown();
            await().atMost(PATIENCE).until(() -> validate(server).statusCode() != 202);
            isUnavailable(validate(server));
            assertThat(server.get("/health/liveness").statusCode()).isEqualTo(200);

            BoundedDisk.free();

            await().atMost(PATIENCE).until(() -> validate(server).statusCode() == 202);
            await().atMost(PATIENCE).until(() -> server.get("/health/readiness").statusCode() == 200);
        } finally {
            BoundedDisk.free();
        }
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(lines);
        return lines;
    }

    /** What is thrown is always of the kind that the log tells in one line. */
    private static void hasNoStack(ListAppender<ILoggingEvent> lines) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(lines);
        assertThat(List.copyOf(lines.list)).allSatisfy(line -> {
            if (line.getThrowableProxy() instanceof ThrowableProxy thrown) {
                assertThat(DatabaseFailure.outage(thrown.getThrowable()))
                        .as(line + " " + thrown.getThrowable())
                        .isPresent();
            }
        });
    }

    private static void isUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("The provisioner's own database does not answer for now.");
    }

    private static List<HttpResponse<String>> sendAtOnce(TestingServer server, int requests) {
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> sure(server)));
        }
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static HttpResponse<String> sure(TestingServer server) {
        try {
            return validate(server);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("no answer", failed);
        }
    }

    private static HttpResponse<String> validate(TestingServer server) throws IOException, InterruptedException {
        return server.post("/v2/validate", Bodies.provisioning().toString());
    }
}
