package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Reply;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A replica that is told to stop leaves in good order. */
@ExtendWith(World.Provided.class)
class StopStoryTest {
    private final World world;

    @TempDir
    private Path tasks;

    StopStoryTest(World world) {
        this.world = world;
    }

    @AfterEach
    void clearFaults() {
        world.engine().clearFaults();
    }

    @Test
    void while_its_last_step_runs_it_is_not_ready_refuses_new_work_and_still_tells_how_things_stand()
            throws IOException {
        Product product = Product.vaccinations("Laststep");
        world.engine().holdNext(Engine.WRITE);
        Map<String, String> variables = world.variables();
        variables.put("SHUTDOWN_GRACE", "5m");
        try (ServiceProcess service = ServiceProcess.start(variables, tasks)) {
            String token = service.platform().startProvision(product.sample());
            world.engine().awaitFaultMet();

            CompletableFuture<Void> stopping = CompletableFuture.runAsync(service::terminate);
            Http http = Http.to(service.url());
            await().until(() -> http.get("/health/readiness").status() == 503);

            Reply refused = service.platform()
                    .offerProvision(Product.vaccinations("Toolate").sample());
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("The provisioner is stopping and takes no new work.");
            assertThat(http.get("/v1/provision/" + token + "/status")
                            .json()
                            .path("status")
                            .asText())
                    .isEqualTo("RUNNING");
            assertThat(http.get("/health/liveness").status()).isEqualTo(200);
            world.engine().letGo();
            stopping.join();
        }

        assertThat(world.engine().offers(product.customName()))
                .as("the write that was under way has its end")
                .isTrue();
    }

    @Test
    void what_it_cannot_finish_another_replica_goes_on_with_at_once() throws IOException {
        Product product = Product.vaccinations("Handedover");
        Map<String, String> variables = world.variables();
        variables.put("SHUTDOWN_GRACE", "1s");
        // Whoever waited for a takeover would wait for longer than a story lasts.
        variables.put("TAKEOVER_AFTER", "1h");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            world.engine().fault(Engine.WRITE, "timeout-before", Duration.ofSeconds(60));
            try (ServiceProcess leaving = ServiceProcess.start(variables, url)) {
                String token = leaving.platform().startProvision(product.sample());
                world.engine().awaitFaultMet();
                try (ServiceProcess staying = ServiceProcess.start(variables, url)) {
                    leaving.terminate();
                    staying.platform().completed(token);
                }
            }
        }
    }
}
