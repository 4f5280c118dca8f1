package io.outputport.foundation.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilentSystemTest {
    private final Calls patient = new Calls(Duration.ofHours(1));
    private final Calls calls = new Calls(Duration.ofMillis(300));
    private HttpServer system;
    private int port;

    @BeforeEach
    void start() throws IOException {
        system = server(0);
        port = system.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        system.stop(0);
    }

    @Test
    void a_system_that_is_silent_again_and_again_is_left_in_peace() {
        system.stop(0);
        IntStream.range(0, 5).forEach(i -> assertThat(silence()).doesNotContain("in a row"));

        assertThat(silence()).contains("did not answer 5 times in a row");
    }

    @Test
    void it_is_called_again_after_its_rest() throws IOException {
        system.stop(0);
        IntStream.range(0, 6).forEach(i -> assertThat(call(calls)).isInstanceOf(Reply.Silence.class));

        system = server(port);
        await().until(() -> call(calls) instanceof Reply.Answer);
    }

    @Test
    void answers_of_any_status_keep_the_way_open() {
        IntStream.range(0, 20)
                .forEach(i -> assertThat(call(calls))
                        .isInstanceOfSatisfying(
                                Reply.Answer.class,
                                answer -> assertThat(answer.status()).isEqualTo(500)));
    }

    private String silence() {
        return ((Reply.Silence) call(patient)).sentence();
    }

    private Reply call(Calls calls) {
        URI address = URI.create("http://127.0.0.1:" + port + "/");
        return calls.send(Calls.to(address, Duration.ofSeconds(5)).GET().build(), 100);
    }

    private static HttpServer server(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
