package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.json;
import static io.outputport.provisioner.api.Bodies.provisioning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.api.edge.RawConnection;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many requests at once, each of them allowed: what there is no memory for is asked to come again. */
class CrowdTest {
    private static final int MEBI = 1024 * 1024;

    private static TestingServer server;
    private static TestingAdmission admission;

    /** 4 MiB of direct memory for bodies that arrive, 3 of them for large ones. */
    @BeforeAll
    static void start() {
        server = TestingServer.withMemory(40L * MEBI, 8L * MEBI);
        admission = server.bean(TestingAdmission.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        admission.reset();
    }

    @Test
    void half_sent_bodies_are_bounded_and_small_requests_are_answered_meanwhile() throws Exception {
        List<RawConnection> senders = new ArrayList<>();
        try {
            for (int sender = 0; sender < 20; sender++) {
                senders.add(new RawConnection(server)
                        .send(RawConnection.head(2 * MEBI))
                        .send(" ".repeat(MEBI)));
            }

            await().untilAsserted(() -> assertThat(large().statusCode()).isEqualTo(503));
            assertThat(large().headers().firstValue("Retry-After")).hasValue("5");
            assertThat(json(large()).path("userMessage").asText()).startsWith("Too many large requests are under way.");
            assertThat(small().statusCode()).isEqualTo(200);
        } finally {
            for (RawConnection sender : senders) {
                sender.close();
            }
        }
        await().untilAsserted(() -> assertThat(large().statusCode()).isEqualTo(200));
    }

    @Test
    void whoever_was_refused_while_it_sent_is_answered_and_its_connection_goes_on() throws Exception {
        try (RawConnection holder = new RawConnection(server);
                RawConnection refused = new RawConnection(server)) {
            holder.send(RawConnection.head(4 * MEBI)).send(" ".repeat(5 * MEBI / 2));
            await().untilAsserted(() -> assertThat(large().statusCode()).isEqualTo(503));

            refused.send(RawConnection.head(2 * MEBI)).send(" ".repeat(2 * MEBI));

            assertThat(refused.answer()).startsWith("HTTP/1.1 503").contains("Retry-After: 5");
            assertThat(refused.send("GET /health/liveness HTTP/1.1\r\nHost: x\r\n\r\n")
                            .answer())
                    .contains("HTTP/1.1 200");
        }
    }

    @Test
    void bodies_in_work_are_bounded_too() throws Exception {
        admission.gate = new CountDownLatch(1);
        List<RawConnection> working = new ArrayList<>();
        try {
            // Each takes four times its length, of 3.75 MiB.
            for (int sender = 0; sender < 3; sender++) {
                working.add(send(900 * 1024));
            }
            await().untilAsserted(() -> assertThat(admission.orders).hasSize(1));

            admission.gate.countDown();

            for (RawConnection sender : working) {
                assertThat(sender.answer()).startsWith("HTTP/1.1 200");
            }
        } finally {
            for (RawConnection sender : working) {
                sender.close();
            }
        }
    }

    private static RawConnection send(int length) throws Exception {
        String body = bodyOf(length);
        return new RawConnection(server).send(RawConnection.head(body.length()) + body);
    }

    private static HttpResponse<String> large() throws Exception {
        return server.post("/v1/validate", bodyOf(2 * MEBI));
    }

    private static HttpResponse<String> small() throws Exception {
        return server.post("/v1/validate", provisioning().toString());
    }

    private static String bodyOf(int size) {
        String request = provisioning().toString();
        return request + " ".repeat(size - request.length());
    }
}
