package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What other teams have in the same Hasura stays theirs. */
@ExtendWith(World.Provided.class)
class NeighbourStoryTest {
    private final World world;
    private final Engine engine;

    @TempDir
    private Path tasks;

    NeighbourStoryTest(World world) {
        this.world = world;
        this.engine = world.engine();
    }

    @AfterEach
    void mend() {
        engine.settings("{\"downSources\":[]}");
        engine.clearFaults();
    }

    @Test
    void a_relationship_of_others_keeps_the_table_and_closes_the_access() {
        Product product = Product.vaccinations("Related");
        world.platform().provision(product.sample());
        world.platform().updateAcl(product.sample(), "user:alice");
        String source = engine.sourceOf(product.customName()).path("name").asText();
        track(source, "related_customers");
        engine.operation("""
                {"type":"pg_create_array_relationship","args":{"source":"%s","name":"shots",
                  "table":{"schema":"finance","name":"customers"},"using":{"manual_configuration":{
                    "remote_table":{"schema":"healthcare","name":"vaccinations_clean_view"},
                    "column_mapping":{"country":"location_key"}}}}}""".formatted(source));

        JsonNode status = world.platform().failed(world.platform().startUnprovision(product.sample()));

        assertThat(status.path("result").asText()).contains("relationship shots of table finance.customers");
        world.consumer("alice").isRefused(product.oneRow("date"));
        assertThat(engine.offers(product.customName())).isTrue();

        engine.operation("""
                {"type":"pg_drop_relationship","args":{"source":"%s","relationship":"shots",
                  "table":{"schema":"finance","name":"customers"}}}""".formatted(source));
        world.platform().unprovision(product.sample());

        assertThat(engine.offers(product.customName())).isFalse();
        assertThat(engine.offers("related_customers")).as("theirs").isTrue();
    }

    @Test
    void a_source_of_others_that_drops_out_in_our_write_is_reloaded_until_it_is_back() {
        engine.operation("""
                {"type":"pg_add_source","args":{"name":"flickering","configuration":{
                  "connection_info":{"database_url":{"from_env":"SANDBOX_DATABASE_URL"}}}}}""");
        engine.settings("{\"downSources\":[\"flickering\"]}");

        Map<String, String> variables = world.variables();
        variables.put("HASURA_WRITE", "replace");
        try (OwnService service = OwnService.start(variables, tasks)) {
            JsonNode status =
                    service.platform().provision(Product.vaccinations("Flicker").sample());
            assertThat(Platform.messages(status)).anyMatch(line -> line.contains("Source flickering of others"));
            assertThat(inconsistent()).contains("flickering");
            engine.settings("{\"downSources\":[]}");
            await().until(() -> !inconsistent().contains("flickering"));
        }
        engine.operation("{\"type\":\"pg_drop_source\",\"args\":{\"name\":\"flickering\"}}");
    }

    private String inconsistent() {
        return engine.operation("{\"type\":\"get_inconsistent_metadata\",\"args\":{}}")
                .toString();
    }

    @Test
    void a_permission_of_others_for_a_role_of_the_same_name_is_left_alone_and_told() {
        Product product = Product.vaccinations("Namesake");
        Product theirs = Product.vaccinations("Namesakehost");
        world.platform().provision(theirs.sample());
        String source = engine.sourceOf(theirs.customName()).path("name").asText();
        track(source, "namesake_customers");
        engine.operation("""
                {"type":"pg_create_select_permission","args":{"source":"%s","role":"%srole",
                  "table":{"schema":"finance","name":"customers"},
                  "permission":{"columns":["name"],"filter":{}}}}""".formatted(source, product.prefix()));
        JsonNode permission = engine.tableOf("namesake_customers").path("select_permissions");

        JsonNode status = world.platform().provision(product.sample());
        world.platform().unprovision(product.sample());

        assertThat(Platform.messages(status)).anyMatch(line -> line.contains("it is left alone"));
        assertThat(permission).hasSize(1);
        assertThat(engine.tableOf("namesake_customers").path("select_permissions"))
                .isEqualTo(permission);
    }

    private void track(String source, String customName) {
        engine.operation("""
                {"type":"pg_track_table","args":{"source":"%s","table":{"schema":"finance","name":"customers"},
                  "configuration":{"custom_name":"%s"}}}""".formatted(source, customName));
    }
}
