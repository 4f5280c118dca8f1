package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.predecessor.OldPort;
import io.outputport.sandbox.testing.Http;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Python service left its source behind, with the password in it, whenever it removed a product's last port. */
@ExtendWith(World.Provided.class)
@SecretsInMetadata
class EmptySourceStoryTest {
    private final World world;
    private Site site;

    @TempDir
    private Path tasks;

    EmptySourceStoryTest(World world) {
        this.world = world;
        world.snowflake();
    }

    @BeforeEach
    void start() throws IOException {
        site = Site.start(world, "left");
        world.database("HEALTHCARE")
                .run(
                        "create schema if not exists \"LEGACY_0\"",
                        "drop view if exists \"LEGACY_0\".\"VACCINATIONS_CLEAN_VIEW\"",
                        "create view \"LEGACY_0\".\"VACCINATIONS_CLEAN_VIEW\" as"
                                + " select * from \"VACCINATIONS_0\".\"VACCINATIONS_CLEAN\"");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void what_it_left_is_listed_and_removed_and_nothing_else_is() {
        OldPort old = left();
        try (OwnService service = OwnService.start(site.variables(), tasks)) {
            Http http = Http.to(service.url());

            assertThat(http.get("/v1/sources").json().path("sources"))
                    .extracting(JsonNode::asText)
                    .containsExactly(old.source());
            assertThat(http.delete("/v1/sources/default").status()).isEqualTo(400);
            assertThat(http.delete("/v1/sources/" + old.source()).status()).isEqualTo(200);

            assertThat(http.get("/v1/sources").json().path("sources")).isEmpty();
            assertThat(site.engine().metadata().path("sources")).isEmpty();
        }
    }

    @Test
    void unprovision_of_the_product_s_port_takes_it_away() {
        left();
        try (OwnService service = OwnService.start(site.variables(), tasks)) {
            service.platform().unprovision(port().sample());

            assertThat(site.engine().metadata().path("sources")).isEmpty();
        }
    }

    private OldPort left() {
        OldPort old = Legacy.onSnowflake(port(), site);
        site.predecessor().provision(old);
        site.predecessor().unprovision(old);
        assertThat(site.engine().metadata().path("sources")).hasSize(1);
        return old;
    }

    private static Product port() {
        return Product.onSnowflake("Vaccinations").with("schema: VACCINATIONS_0", "schema: LEGACY_0");
    }
}
