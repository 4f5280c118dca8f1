package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A column of a live port goes: Hasura then serves nothing of its table, since that column is still configured. */
@ExtendWith(World.Provided.class)
class VanishedColumnStoryTest {
    private static final String LAST = "NEW_VACCINE_DOSES_ADMINISTERED";
    private static final String KEPT = "\"DATE\", \"LOCATION_KEY\", \"NEW_PERSONS_VACCINATED\","
            + " \"NEW_PERSONS_FULLY_VACCINATED\", \"CUMULATIVE_PERSONS_VACCINATED\","
            + " \"CUMULATIVE_PERSONS_FULLY_VACCINATED\", \"CUMULATIVE_VACCINE_DOSES_ADMINISTERED\"";

    private final World world;

    @TempDir
    private Path tasks;

    VanishedColumnStoryTest(World world) {
        this.world = world;
    }

    @Test
    void the_check_tells_it_and_a_repair_serves_the_rest_again() {
        Product product = over("Vanishing", "VANISHING_0");
        Product neighbour = Product.onSnowflake("Vanishingneighbour");
        try (Watching service = Watching.start(world.variables(), "report", tasks.resolve("report"))) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice");
            service.platform().provision(neighbour.sample());
            service.platform().updateAcl(neighbour.sample(), "user:alice");
            assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);

            dropColumn(product, "VANISHING_0");

            assertThat(service.awaitState(product, "DRIFTED")
                            .path("differences")
                            .toString())
                    .contains("Hasura does not serve it", LAST, "no such column exists");
            assertThat(world.consumer("alice").read(neighbour.oneRow("date"))).hasSize(1);
            JsonNode refused = service.platform().failed(service.platform().startProvision(product.sample()));
            assertThat(refused.path("result").asText()).containsIgnoringCase(LAST);
        }
        try (Watching service = Watching.start(world.variables(), "repair", tasks.resolve("report"))) {
            service.awaitRepairs(product, 1);
        }
        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        assertThat(world.engine()
                        .tableOf(product.customName())
                        .at("/configuration/column_config")
                        .has(LAST))
                .isFalse();
    }

    @Test
    void the_next_provision_of_a_contract_without_it_serves_the_rest_again() {
        Product product = over("Vanished", "VANISHED_0");
        try (Watching service = Watching.start(world.variables(), "report", tasks)) {
            service.platform().provision(product.sample());
            dropColumn(product, "VANISHED_0");
            service.awaitState(product, "DRIFTED");

            Product without = product.with(LAST.toLowerCase(Locale.ROOT), "new_persons_vaccinated_too");
            service.platform().failed(service.platform().startProvision(without.sample()));
            world.database("HEALTHCARE")
                    .run(
                            "drop view \"VANISHED_0\".\"CLEAN_VIEW\"",
                            "create view \"VANISHED_0\".\"CLEAN_VIEW\" as select " + KEPT
                                    + ", \"NEW_PERSONS_VACCINATED\" as \"NEW_PERSONS_VACCINATED_TOO\""
                                    + " from \"VACCINATIONS_0\".\"VACCINATIONS_CLEAN\"");

            service.platform().provision(without.sample());

            service.awaitState(product, "IN_SYNC");
            assertThat(world.engine()
                            .tableOf(product.customName())
                            .at("/configuration/column_config")
                            .has(LAST))
                    .isFalse();
        }
    }

    private Product over(String name, String schema) {
        world.database("HEALTHCARE").view(schema, "CLEAN_VIEW", KEPT + ", \"" + LAST + "\"", "true");
        return Product.onSnowflake(name)
                .with("schema: VACCINATIONS_0", "schema: " + schema)
                .with("viewName: vaccinations_clean_view", "viewName: CLEAN_VIEW");
    }

    /** Hasura notices at its next look at the source, which a write of anybody may be. */
    private void dropColumn(Product product, String schema) {
        world.database("HEALTHCARE").run("drop view \"" + schema + "\".\"CLEAN_VIEW\"");
        world.database("HEALTHCARE").view(schema, "CLEAN_VIEW", KEPT, "true");
        String source =
                world.engine().sourceOf(product.customName()).path("name").asText();
        world.engine()
                .operation(
                        "{\"type\":\"reload_metadata\",\"args\":{\"reload_remote_schemas\":false,\"reload_sources\":[\""
                                + source + "\"]}}");
    }
}
