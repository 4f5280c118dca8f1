package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.predecessor.OldPort;
import io.outputport.sandbox.predecessor.Predecessor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ports that the predecessor has made are taken over. */
@ExtendWith(World.Provided.class)
@SecretsInMetadata
class AdoptionStoryTest {
    private final World world;
    private final Predecessor predecessor;

    @TempDir
    private Path tasks;

    AdoptionStoryTest(World world) {
        this.world = world;
        this.predecessor = world.predecessor();
    }

    @Test
    void a_live_port_is_adopted_in_its_old_source_while_its_consumer_reads_on() {
        Product product = Product.vaccinations("Adopted");
        OldPort old = old(product, "adopted");
        predecessor.provision(old);
        predecessor.updateAcl(old, List.of("user:alice"));

        Reading reading = Reading.start(world.consumer("alice"), product.oneRow("date"));
        try (reading) {
            world.platform().provision(product.sample());
        }

        assertThat(reading.refusals()).isEmpty();
        JsonNode source = world.engine().sourceOf(product.customName());
        assertThat(source.path("name").asText()).isEqualTo("healthcare_adopted_0");
        assertThat(source.at("/tables/0/select_permissions/0/permission/columns")
                        .isArray())
                .as("all columns are narrowed to those of the contract")
                .isTrue();
        assertThat(world.roleMapper().of(product.componentId()).orElseThrow().users())
                .containsExactly("user:alice");
        assertThat(world.consumer("alice").read("{ %s_agg { aggregate { count } } }".formatted(product.customName())))
                .isNotEmpty();
    }

    @Test
    void an_adopted_port_is_removed_with_its_access() {
        Product product = Product.vaccinations("Ended");
        OldPort old = old(product, "ended");
        predecessor.provision(old);
        predecessor.updateAcl(old, List.of("user:alice"));

        world.platform().unprovision(product.sample());

        assertThat(world.engine().offers(product.customName())).isFalse();
        assertThat(world.roleMapper().of(product.componentId()).orElseThrow().users())
                .isEmpty();
    }

    @Test
    void access_that_the_predecessor_left_behind_does_not_come_back() {
        Product product = Product.vaccinations("Stale");
        OldPort old = old(product, "stale");
        predecessor.provision(old);
        predecessor.updateAcl(old, List.of("user:alice", "group:analysts"));
        predecessor.unprovision(old);

        world.platform().provision(product.sample());

        world.consumer("alice").isRefused(product.oneRow("date"));
        world.consumer("bob+analysts").isRefused(product.oneRow("date"));
        world.platform().updateAcl(product.sample(), "user:bob");
        world.consumer("alice").isRefused(product.oneRow("date"));
        assertThat(world.consumer("bob").read(product.oneRow("date"))).hasSize(1);
    }

    @Test
    void a_source_with_its_url_in_the_metadata_keeps_it_and_the_port_is_watched_from_then_on() {
        Product product = Product.vaccinations("Inlined");
        String url = world.variables().getOrDefault("POSTGRES_URL", "").replaceFirst("jdbc:postgresql://", "");
        String login = "%s:%s@"
                .formatted(
                        world.variables().get("POSTGRES_USER"),
                        world.variables().get("POSTGRES_PASSWORD"));
        ObjectNode connection = JsonNodeFactory.instance.objectNode().put("database_url", "postgres://" + login + url);
        OldPort old = Legacy.onPostgres(product, "healthcare_inlined_0", connection);
        predecessor.provision(old);
        predecessor.updateAcl(old, List.of("user:alice", "group:analysts"));
        JsonNode configuration = world.engine().sourceOf(product.customName()).path("configuration");

        Reading reading = Reading.start(world.consumer("bob+analysts"), product.oneRow("date"));
        try (Watching service = Watching.start(world.variables(), "report", tasks)) {
            try (reading) {
                service.platform().provision(product.sample());
            }

            assertThat(service.awaitState(product, "IN_SYNC").path("source").asText())
                    .isEqualTo("healthcare_inlined_0");
        }

        assertThat(reading.refusals()).isEmpty();
        assertThat(world.engine().sourceOf(product.customName()).path("configuration"))
                .isEqualTo(configuration);
    }

    private static OldPort old(Product product, String name) {
        ObjectNode connection = JsonNodeFactory.instance.objectNode();
        connection.putObject("database_url").put("from_env", "SANDBOX_DATABASE_URL");
        return Legacy.onPostgres(product, "healthcare_" + name + "_0", connection);
    }
}
