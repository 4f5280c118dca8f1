package io.outputport.provisioner.api;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.provisioner.TestingServer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrainTest {
    @Test
    void a_request_that_runs_is_answered_while_no_new_one_gets_in() throws Exception {
        TestingServer server = TestingServer.start();
        TestingAdmission admission = server.bean(TestingAdmission.class);
        CountDownLatch gate = new CountDownLatch(1);
        admission.gate = gate;
        CompletableFuture<HttpResponse<String>> running = supplyAsync(() -> validate(server));
        await().until(() -> admission.orders.size() == 1);

        CompletableFuture<Void> closing = runAsync(server::close);
        await().until(() -> !accepts(server));
        gate.countDown();

        assertThat(running.get(3, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
        closing.get(3, TimeUnit.MINUTES);
    }

    private static HttpResponse<String> validate(TestingServer server) {
        try {
            return server.post("/v1/validate", Bodies.provisioning().toString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("no answer", failed);
        }
    }

    private static boolean accepts(TestingServer server) {
        try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
