package io.outputport.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.TestingServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request has to arrive in time, also when it is never silent. */
class SlowSenderTest {
    private static final Duration LONGEST = Duration.ofMillis(700);

    private static TestingServer server;

    @BeforeAll
    static void start() {
        server = TestingServer.with(Map.of("API_RECEIVE_TIMEOUT", LONGEST.toMillis() + "ms"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_body_that_drips_is_cut_off() throws Exception {
        assertThat(
                        drip(
                                "POST /v1/provision HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n"))
                .isBetween(LONGEST, Duration.ofMinutes(2));
    }

    @Test
    void a_head_that_drips_is_cut_off() throws Exception {
        assertThat(drip("GET /tasks HTTP/1.1\r\nHost: x\r\nX-Slow: ")).isBetween(LONGEST, Duration.ofMinutes(2));
    }

    @Test
    void a_connection_that_is_only_quiet_between_two_requests_stays() throws Exception {
        String request = "GET /health/liveness HTTP/1.1\r\nHost: x\r\n\r\n";
        try (Socket socket = connect()) {
            assertThat(answer(socket, request)).startsWith("HTTP/1.1 200");
            pause(LONGEST.multipliedBy(2));
            assertThat(answer(socket, request)).startsWith("HTTP/1.1 200");
        }
    }

    /** How long the server takes one byte after the other. */
    private static Duration drip(String begin) throws IOException, InterruptedException {
        Instant began = Instant.now();
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(begin.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            for (int sent = 0; sent < 1_000; sent++) {
                pause(Duration.ofMillis(20));
                out.write('x');
                out.flush();
            }
        } catch (SocketException cutOff) {
            return Duration.between(began, Instant.now());
        }
        throw new AssertionError("the server took everything");
    }

    private static String answer(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] answer = new byte[4096];
        return new String(answer, 0, Math.max(0, socket.getInputStream().read(answer)), StandardCharsets.US_ASCII);
    }

    private static Socket connect() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.url().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** The sender's own slowness, which is what the story is about. */
    private static void pause(Duration time) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS))
                .isFalse();
    }
}
