package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.testing.Http;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What probes learn, and what people see beside it. */
@ExtendWith(World.Provided.class)
class HealthStoryTest {
    private final World world;

    @TempDir
    private Path tasks;

    HealthStoryTest(World world) {
        this.world = world;
    }

    @AfterEach
    void clearFaults() {
        world.engine().clearFaults();
    }

    @Test
    void without_its_task_database_it_lives_on_and_is_not_ready() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        try (postgres;
                OwnService service = OwnService.start(world.variables(), postgres.getJdbcUrl("postgres", "postgres"))) {
            Http http = Http.to(service.url());
            assertThat(http.get("/health/startup").status()).isEqualTo(200);
            assertThat(http.get("/health/readiness").status()).isEqualTo(200);

            postgres.close();

            await().until(() -> http.get("/health/readiness").status() == 503);
            assertThat(http.get("/health/readiness")
                            .json()
                            .at("/details/queue/status")
                            .asText())
                    .isEqualTo("DOWN");
            assertThat(http.get("/health/liveness").status()).isEqualTo(200);
            assertThat(http.get("/health/startup").status()).isEqualTo(200);
        }
    }

    @Test
    void systems_that_answer_are_up_and_a_source_stands_as_it_answered_last() {
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            Http http = Http.to(service.url());
            awaitStatus(http, "hasura", "UP");
            awaitStatus(http, "role-mapper", "UP");
            assertThat(status(http, "source:postgresql").path("reason").asText())
                    .isEqualTo("No database has been asked yet.");

            service.platform().provision(Product.vaccinations("Healthy").sample());

            awaitStatus(http, "source:postgresql", "UP");
        }
    }

    @Test
    void what_hasura_finds_wrong_in_its_metadata_is_a_warning_beside_the_readiness() {
        Database database = world.database("sandbox");
        JsonNode before = world.engine().metadata();
        database.run("create view healthcare.soon_gone as select * from healthcare.vaccinations_clean_view");
        Product product = Product.vaccinations("Warned").with("vaccinations_clean_view", "soon_gone");
        world.platform().provision(product.sample());
        database.run("drop view healthcare.soon_gone");
        world.engine().operation("{\"type\":\"reload_metadata\",\"args\":{\"reload_sources\":true}}");
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            Http http = Http.to(service.url());

            awaitStatus(http, "hasura", "WARN");
            assertThat(http.get("/health/readiness").status()).isEqualTo(200);
        } finally {
            world.engine().restore(before);
        }
    }

    private static void awaitStatus(Http http, String system, String status) {
        await().untilAsserted(() ->
                assertThat(status(http, system).path("status").asText()).isEqualTo(status));
    }

    private static JsonNode status(Http http, String system) {
        return http.get("/health/readiness")
                .json()
                .at("/details/dependencies/details")
                .path(system);
    }
}
