package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.predecessor.OldPort;
import io.outputport.sandbox.predecessor.OldPort.Roots;
import io.outputport.sandbox.predecessor.Predecessor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ports that the predecessor has made are taken over. */
@ExtendWith(World.Provided.class)
class AdoptionStoryTest {
    private final World world;
    private final Predecessor predecessor;

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

        Reading reading = new Reading(world.consumer("alice"), product.oneRow("date"));
        try (reading) {
            world.platform().provision(product.sample());
        }

        assertThat(reading.answers()).isNotEmpty().allMatch(answer -> answer.has("data"));
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

    private static OldPort old(Product product, String name) {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        configuration.putObject("connection_info").putObject("database_url").put("from_env", "SANDBOX_DATABASE_URL");
        return new OldPort(
                product.componentId(),
                "pg",
                "healthcare_" + name + "_0",
                configuration,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("schema", "healthcare")
                        .put("name", "vaccinations_clean_view"),
                product.customName(),
                new Roots(
                        product.select(),
                        product.customName() + "_by_pk",
                        product.customName() + "_agg",
                        product.customName() + "_stream"),
                product.prefix() + "role");
    }

    /** A consumer who asks again and again on a thread of its own. */
    private static final class Reading implements AutoCloseable {
        private final AtomicBoolean ended = new AtomicBoolean();
        private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> thread;

        Reading(Consumer consumer, String query) {
            thread = CompletableFuture.runAsync(() -> {
                while (!ended.get()) {
                    answers.add(consumer.ask(query));
                }
            });
        }

        List<JsonNode> answers() {
            return answers;
        }

        @Override
        public void close() {
            ended.set(true);
            thread.join();
        }
    }
}
