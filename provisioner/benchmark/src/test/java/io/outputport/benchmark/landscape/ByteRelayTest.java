package io.outputport.benchmark.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ByteRelayTest {
    @Test
    void what_goes_both_ways_arrives_and_is_counted() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ByteRelay relay = ByteRelay.to(URI.create("http://127.0.0.1:" + server.getLocalPort()))) {
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> answerTwice(server));

            String answer;
            try (Socket caller = new Socket("127.0.0.1", relay.url().getPort())) {
                caller.getOutputStream().write("four".getBytes(StandardCharsets.UTF_8));
                answer = new String(caller.getInputStream().readNBytes(8), StandardCharsets.UTF_8);
            }
            echo.join();

            assertThat(answer).isEqualTo("fourfour");
            assertThat(relay.bytes()).isEqualTo(4 + 8);
        }
    }

    @Test
    @Timeout(30)
    void what_froze_arrives_after_the_thaw() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ByteRelay relay = ByteRelay.to(URI.create("http://127.0.0.1:" + server.getLocalPort()));
                Socket caller = new Socket("127.0.0.1", relay.url().getPort())) {
            relay.freeze();
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> answerTwice(server));
            caller.getOutputStream().write("four".getBytes(StandardCharsets.UTF_8));
            while (!relay.isSilentToSomebody()) {
                Thread.onSpinWait();
            }

            assertThat(relay.bytes()).isZero();
            relay.thaw();

            assertThat(new String(caller.getInputStream().readNBytes(8), StandardCharsets.UTF_8))
                    .isEqualTo("fourfour");
            caller.close();
            echo.join();
        }
    }

    private static void answerTwice(ServerSocket server) {
        try (Socket caller = server.accept()) {
            InputStream in = caller.getInputStream();
            byte[] heard = in.readNBytes(4);
            caller.getOutputStream().write(heard);
            caller.getOutputStream().write(heard);
            in.read();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
