package io.outputport.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import io.outputport.provisioner.task.TaskQueue;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.list.TaskList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams of server-sent events, as any client of them reads them. */
class EventsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestingServer server;

    @BeforeAll
    static void start() {
        server = TestingServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** One stream, line by line; closed it is a caller that has gone away. */
    private record Reading(Stream<String> lines, Iterator<String> rest) implements AutoCloseable {
        static Reading of(String path, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            try {
                HttpResponse<Stream<String>> answer = CLIENT.send(request.build(), BodyHandlers.ofLines());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("text/event-stream");
                return new Reading(answer.body(), answer.body().iterator());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        /** The lines of the next event. */
        List<String> next() {
            List<String> event = new ArrayList<>();
            for (String line = rest.next(); !line.isEmpty(); line = rest.next()) {
                event.add(line);
            }
            return event;
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    @Test
    void a_task_that_comes_in_is_told_to_those_who_listen_already() {
        // The real queue behind the list; the other tests of this package replace it.
        TaskQueue queue = (TaskQueue) server.bean(TaskList.class);
        try (Reading stream = Reading.of("/tasks/events?component=urn:listened")) {
            assertThat(data(stream.next())).contains("\"tasks\":[]");
            queue.submit(new Submission(Operation.REVERSE_PROVISION, "urn:elsewhere", "{}"));
            queue.submit(new Submission(Operation.REVERSE_PROVISION, "urn:listened", "{}"));

            List<String> event = stream.next();

            assertThat(event).contains("event: tasks").anyMatch(line -> line.matches("id: [0-9]{13}"));
            assertThat(data(event)).contains("urn:listened").doesNotContain("urn:elsewhere");
        }
    }

    @Test
    void a_stream_that_is_taken_up_again_tells_what_has_happened_meanwhile() {
        TaskQueue queue = (TaskQueue) server.bean(TaskList.class);
        String before = Long.toString(Instant.now().toEpochMilli());
        queue.submit(new Submission(Operation.REVERSE_PROVISION, "urn:missed", "{}"));

        try (Reading stream = Reading.of("/tasks/events?component=urn:missed", "Last-Event-ID", before)) {
            assertThat(data(stream.next())).contains("urn:missed");
        }
    }

    @Test
    void a_task_s_log_goes_on_behind_the_line_that_was_heard_last() {
        TestingQueue queue = server.bean(TestingQueue.class);
        TaskToken token =
                queue.put(Operation.PROVISION, new TaskStatus.Running(), line("first"), line("second"), line("third"));

        try (Reading all = Reading.of("/tasks/" + token + "/events");
                Reading rest = Reading.of("/tasks/" + token + "/events", "Last-Event-ID", "2")) {
            assertThat(List.of(data(all.next()), data(all.next()), data(all.next())))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("first"),
                            second -> assertThat(second).contains("second"),
                            third -> assertThat(third).contains("third"));
            assertThat(rest.next()).contains("id: 3", "event: log").anyMatch(line -> line.contains("third"));
        }
    }

    @Test
    void a_token_that_nobody_knows_is_400_in_words() throws Exception {
        HttpResponse<String> answer = server.get("/tasks/00000000-0000-0000-0000-000000000000/events");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("No task has this token");
    }

    @Test
    void ports_come_all_at_first_and_then_those_that_change() {
        PortRegister register = server.bean(PortRegister.class);
        register.save(PortRegister.RegisteredPort.closed("urn:first", "hasura"));
        try (Reading stream = Reading.of("/v1/ports/events")) {
            assertThat(data(stream.next())).contains("urn:first");

            register.save(PortRegister.RegisteredPort.closed("urn:second", "hasura"));
            assertThat(data(stream.next())).contains("urn:second").doesNotContain("urn:first");

            register.forget("urn:second");
            assertThat(data(stream.next())).contains("\"gone\":[\"urn:second\"]");
        }
    }

    @Test
    void more_streams_than_a_replica_holds_are_asked_to_wait() throws Exception {
        List<Reading> held = new ArrayList<>();
        try {
            while (held.size() < 100) {
                held.add(Reading.of("/tasks/events"));
            }

            HttpResponse<String> refused = server.get("/tasks/events");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(refused.body()).contains("Too many streams of events are open.");
        } finally {
            held.forEach(Reading::close);
        }
    }

    private static String data(List<String> event) {
        return event.stream()
                .filter(line -> line.startsWith("data: "))
                .findFirst()
                .orElseThrow();
    }

    private static LogEntry line(String message) {
        return new LogEntry(TestingQueue.ACCEPTED_AT, Severity.INFO, "plan", message);
    }
}
