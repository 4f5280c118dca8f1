package io.outputport.foundation.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.transport.StandIn.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only somebody with a setting or a certificate can mend is said so, and is not asked for again and again. */
class TlsTroubleTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final Calls calls = new Calls(Duration.ofSeconds(5));

    @Test
    void a_certificate_of_an_unknown_authority_is_said_to_be_that() throws Exception {
        try (ServerSocket server = secured()) {
            assertThat(get("https", server))
                    .isEqualTo(
                            Reply.Silence.lasting("its certificate is not trusted here; add its authority to the trust"
                                    + " store (docs/configuration.md, TLS to other systems)"));
        }
    }

    @Test
    void plain_http_at_a_port_for_tls_is_told_with_what_to_write() throws Exception {
        try (ServerSocket server = secured()) {
            assertThat(get("http", server))
                    .isEqualTo(Reply.Silence.lasting("it speaks TLS there; write https:// in its address"));
        }
    }

    @Test
    void tls_at_a_port_for_plain_http_is_told_with_what_to_write() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            serve(server, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");

            assertThat(get("https", server))
                    .isEqualTo(Reply.Silence.lasting(
                            "it does not speak TLS there; write http:// in its address, or the port for TLS"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Client sent an HTTP request to an HTTPS server.\n",
                "<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>",
                "Reason: You're speaking plain HTTP to an SSL-enabled server port."
            })
    void a_server_for_tls_that_complains_in_plain_http_is_understood(String complaint) {
        try (StandIn other = new StandIn(request -> Answer.of(400, complaint))) {
            assertThat(calls.send(Calls.to(other.url(), PATIENT).build(), 10_000))
                    .isEqualTo(Reply.Silence.lasting("it speaks TLS there; write https:// in its address"));
        }
    }

    private Reply get(String scheme, ServerSocket server) {
        URI address = URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
        return calls.send(Calls.to(address, PATIENT).build(), 100);
    }

    private static ServerSocket secured() throws Exception {
        TestingCertificates certificate = TestingCertificates.authority("mesh").issue("hasura");
        ServerSocket server = certificate
                .server()
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        serve(server, "");
        return server;
    }

    private static void serve(ServerSocket server, String answer) {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                answer(server, answer);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** A handshake that fails is sent as an alert by the first read. */
    private static void answer(ServerSocket server, String answer) {
        try (Socket caller = server.accept()) {
            caller.getInputStream().read(new byte[1000]);
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // The caller has what it came for.
        }
    }
}
