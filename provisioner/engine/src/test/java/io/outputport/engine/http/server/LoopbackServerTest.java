package io.outputport.engine.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Routes;
import io.outputport.engine.http.fault.Faults;
import io.outputport.engine.http.fault.StandardFaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackServerTest {
    private final AtomicInteger effects = new AtomicInteger();
    private final List<Long> pauses = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        Routes routes = Routes.otherwise(request -> Reply.text(404, "nothing at " + request.path()))
                .on("POST", "/work", request -> {
                    effects.incrementAndGet();
                    return Reply.text(200, "done: " + request.body());
                })
                .on("GET", "/roles/{role}", request -> Reply.text(200, request.variable("role")))
                .on("GET", "/query", request -> Reply.text(200, new TreeMap<>(request.query()).toString()))
                .on("GET", "/bug", request -> {
                    throw new IllegalStateException("secret of the bug");
                });
        Faults faults =
                Faults.of(StandardFaults.with(Map.of("own", delivery -> delivery.send(Reply.text(418, "own fault")))));
        server = LoopbackServer.start(0, routes, faults, pauses::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listens_on_the_loopback_address() {
        assertThat(server.url().getHost()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "/roles/reader, 200, reader",
        "/roles/urn%3Admb%2Fa%20b+c, 200, urn:dmb/a b+c",
        "/roles/a/b, 404, nothing at /roles/a/b",
        "/roles, 404, nothing at /roles",
        "'/query?a=1+2&a=3&b', 200, '{a=1 2, b=}'",
        "/bug, 500, 'the stand-in failed; its log says why\n'"
    })
    void routes_by_method_and_path(String path, int status, String body) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().strip()).isEqualTo(body.strip());
    }

    @Test
    void reads_a_zipped_body() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write("täxt".getBytes(StandardCharsets.UTF_8));
        }

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.url().resolve("/work"))
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(zipped.toByteArray()))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("done: täxt");
    }

    @ParameterizedTest
    @CsvSource({
        "status-413, 413, 0",
        "status-422, 422, 0",
        "status-500, 500, 0",
        "html-502, 502, 0",
        "conflict, 409, 0",
        "own, 418, 0",
        "html-200, 200, 0",
        "empty-200, 200, 0",
        "bare-200, 200, 0",
        "oversized, 200, 0",
        "truncated, 200, 1",
        "slow, 200, 1",
        "timeout-after, 200, 1"
    })
    void a_fault_is_carried_out_once(String fault, int status, int effect) throws Exception {
        arm("[{\"path\":\"/work\",\"fault\":\"" + fault + "\",\"millis\":70}]");

        assertThat(work("x").statusCode()).isEqualTo(status);
        assertThat(effects).hasValue(effect);
        assertThat(work("x").statusCode()).isEqualTo(200);
        assertThat(pauses).isEqualTo(effect == 1 && !fault.equals("truncated") ? List.of(70L) : List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout-before", "reset"})
    void a_fault_that_ends_the_connection_has_no_effect(String fault) throws Exception {
        arm("[{\"path\":\"/work\",\"fault\":\"" + fault + "\"}]");

        assertThatThrownBy(() -> work("x")).isInstanceOf(IOException.class);
        assertThat(effects).hasValue(0);
    }

    @Test
    void an_answer_that_drips_is_whole_in_the_end() throws Exception {
        arm("[{\"path\":\"/work\",\"fault\":\"drip\",\"millis\":70}]");

        assertThat(work("x").body()).isEqualTo("done: x");
        assertThat(pauses).hasSize("done: x".length()).containsOnly(70L);
    }

    @Test
    void a_truncated_answer_ends_in_the_middle_and_in_due_form() throws Exception {
        arm("[{\"path\":\"/work\",\"fault\":\"truncated\"}]");

        assertThat(work("x").body()).isEqualTo("don");
    }

    @Test
    void a_fault_waits_for_what_the_request_mentions() throws Exception {
        arm("[{\"path\":\"/*\",\"mentions\":\"one\",\"fault\":\"status-500\",\"times\":2}]");

        assertThat(work("the other").statusCode()).isEqualTo(200);
        assertThat(work("that one").statusCode()).isEqualTo(500);
        assertThat(send("GET", "/roles/one", BodyPublishers.noBody()).statusCode())
                .isEqualTo(500);
        assertThat(work("that one").statusCode()).isEqualTo(200);
    }

    @Test
    void only_the_faults_for_what_is_mentioned_are_cleared() throws Exception {
        arm("[{\"path\":\"/*\",\"mentions\":\"one\",\"fault\":\"status-500\"},"
                + "{\"path\":\"/*\",\"mentions\":\"two\",\"fault\":\"status-500\"}]");

        send("DELETE", "/sandbox/faults?mentions=one", BodyPublishers.noBody());

        assertThat(work("one").statusCode()).isEqualTo(200);
        assertThat(work("two").statusCode()).isEqualTo(500);
    }

    @Test
    void a_fault_waits_for_its_path_and_type_and_is_cleared() throws Exception {
        arm("[{\"path\":\"/work\",\"type\":\"b\",\"fault\":\"status-500\",\"times\":2}]");

        assertThat(work("{\"type\":\"a\"}").statusCode()).isEqualTo(200);
        assertThat(work("{\"type\":\"b\"}").statusCode()).isEqualTo(500);

        HttpResponse<String> cleared = send("DELETE", "/sandbox/faults", BodyPublishers.noBody());
        assertThat(cleared.body()).isEqualTo("[]");
        assertThat(work("{\"type\":\"b\"}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "[]", "7", "[{\"fault\":\"slow\"}]", "[{\"path\":\"/work\",\"fault\":\"flood\"}]"
            })
    void an_unreadable_fault_is_refused_in_one_sentence(String body) throws Exception {
        HttpResponse<String> answer = send("POST", "/sandbox/faults", BodyPublishers.ofString(body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"").hasLineCount(1);
    }

    @Test
    void a_body_beyond_the_limit_is_refused() throws Exception {
        byte[] large = new byte[65 * 1024 * 1024];

        HttpResponse<String> answer = send("POST", "/work", BodyPublishers.ofByteArray(large));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private void arm(String faults) throws Exception {
        assertThat(send("POST", "/sandbox/faults", BodyPublishers.ofString(faults))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> work(String body) throws Exception {
        return send("POST", "/work", BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.url().resolve(path))
                        .method(method, body)
                        .build(),
                BodyHandlers.ofString());
    }
}
