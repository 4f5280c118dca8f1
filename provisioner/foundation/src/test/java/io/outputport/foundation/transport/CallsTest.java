package io.outputport.foundation.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.transport.StandIn.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the other side does, a call ends in time and as a value. */
class CallsTest {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final Calls calls = new Calls(Duration.ofSeconds(5));

    @Test
    void an_answer_is_an_answer_whatever_its_status() {
        try (StandIn other = StandIn.answering(503, "{\"error\":\"busy\"}")) {
            Reply.Answer answer = answer(other, 100);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().orElseThrow().path("error").asText()).isEqualTo("busy");
            assertThat(answer.retryAfter()).isEmpty();
            assertThat(other.onlyRequest().headers()).containsKey("Accept");
        }
    }

    @Test
    void a_page_of_a_proxy_and_an_empty_body_are_no_json() {
        try (StandIn page = StandIn.answering(502, "<html>Bad Gateway</html>");
                StandIn nothing = StandIn.answering(200, "")) {
            assertThat(answer(page, 100).json()).isEmpty();
            assertThat(answer(nothing, 100).json()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "0, 0", "86400, 300"})
    void retry_after_in_seconds_is_passed_on_up_to_five_minutes(String header, long seconds) {
        assertThat(retryAfter(header)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"'Wed, 21 Oct 2026 07:28:00 GMT'", "-1", "soon", "99999999999999999999"})
    void another_retry_after_does_not_count(String header) {
        assertThat(retryAfter(header)).isEmpty();
    }

    @Test
    void a_refused_connection_did_not_reach_the_other_side() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(get(URI.create("http://127.0.0.1:" + port), PATIENT, 100))
                .isEqualTo(new Reply.Silence(false, false, "the connection was refused"));
    }

    @Test
    void an_unknown_host_is_said_to_be_unknown() {
        assertThat(get(URI.create("http://nowhere.invalid"), PATIENT, 100))
                .isEqualTo(new Reply.Silence(false, false, "its host name is not known"));
    }

    @Test
    void a_side_that_never_answers_is_given_up() {
        try (StandIn slow = new StandIn(request -> Answer.silence())) {
            assertThat(get(slow.url(), SOON, 100))
                    .isEqualTo(new Reply.Silence(true, true, "it did not answer in time"));
        }
    }

    @Test
    void the_time_out_counts_until_the_last_byte() {
        try (StandIn stalling =
                new StandIn(request -> Answer.of(200, "{\"half\":").stallingAfter(4))) {
            assertThat(get(stalling.url(), SOON, 100))
                    .isEqualTo(new Reply.Silence(true, true, "it did not answer in time"));
        }
    }

    @Test
    void a_body_may_be_as_long_as_allowed_and_no_longer() {
        try (StandIn long10 = StandIn.answering(200, "0123456789")) {
            assertThat(answer(long10, 10).body()).hasSize(10);
            assertThat(get(long10.url(), PATIENT, 9))
                    .isEqualTo(new Reply.Silence(true, false, "its answer is longer than 9 bytes"));
        }
    }

    @Test
    void a_connection_that_is_reset_may_have_carried_the_request() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread resetting = new Thread(() -> reset(server));
            resetting.start();

            // The client itself repeats a GET whose connection was reset.
            URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
            var post = Calls.to(url, PATIENT).POST(BodyPublishers.ofString("x")).build();
            assertThat(calls.send(post, 100)).isEqualTo(new Reply.Silence(true, false, "the connection broke"));
        }
    }

    @Test
    void words_that_are_no_http_are_a_broken_connection() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread chatting = new Thread(() -> say(server, "220 smtp.example.com ready\r\n\r\n"));
            chatting.start();

            assertThat(get(URI.create("http://127.0.0.1:" + server.getLocalPort()), PATIENT, 100))
                    .isEqualTo(new Reply.Silence(true, false, "the connection broke"));
        }
    }

    @Test
    void a_thread_that_is_to_stop_does_not_wait() {
        try (StandIn slow = new StandIn(request -> Answer.silence())) {
            Thread.currentThread().interrupt();

            assertThat(get(slow.url(), PATIENT, 100))
                    .isEqualTo(new Reply.Silence(true, false, "this service is stopping"));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private Optional<Duration> retryAfter(String header) {
        try (StandIn busy = new StandIn(request -> Answer.of(503, "").with("Retry-After", header))) {
            return answer(busy, 100).retryAfter();
        }
    }

    private Reply.Answer answer(StandIn other, int largest) {
        Reply reply = get(other.url(), PATIENT, largest);
        assertThat(reply).isInstanceOf(Reply.Answer.class);
        return (Reply.Answer) reply;
    }

    private Reply get(URI url, Duration timeout, int largest) {
        return calls.send(Calls.to(url, timeout).GET().build(), largest);
    }

    private static void reset(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    private static void say(ServerSocket server, String words) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
