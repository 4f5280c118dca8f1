package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who reads, and who does not. */
@ExtendWith(World.Provided.class)
class AccessStoryTest {
    private final World world;
    private final Platform platform;

    AccessStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
    }

    @Test
    void nobody_reads_a_new_port_before_access_is_given() {
        Product product = Product.vaccinations("Closed");

        platform.provision(product.sample());

        world.consumer("alice").isRefused(product.oneRow("date"));
    }

    @Test
    void a_named_user_and_the_members_of_a_named_group_read_and_others_do_not() {
        Product product = Product.vaccinations("Granted");
        platform.provision(product.sample());

        platform.updateAcl(product.sample(), "user:alice", "group:analysts");

        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        assertThat(world.consumer("bob+analysts").read(product.oneRow("date"))).hasSize(1);
        world.consumer("bob").isRefused(product.oneRow("date"));
        world.consumer("analysts").isRefused(product.oneRow("date"));
    }

    @Test
    void refs_are_the_whole_truth_and_an_empty_list_is_nobody() {
        Product product = Product.vaccinations("Revoked");
        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice", "group:analysts");

        platform.updateAcl(product.sample(), "user:bob");

        assertThat(world.consumer("bob").read(product.oneRow("date"))).hasSize(1);
        world.consumer("alice").isRefused(product.oneRow("date"));

        platform.updateAcl(product.sample());

        world.consumer("bob").isRefused(product.oneRow("date"));
        world.consumer("carol+analysts").isRefused(product.oneRow("date"));
    }

    @Test
    void a_ref_that_is_neither_user_nor_group_changes_nothing() {
        Product product = Product.vaccinations("Refs");
        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        var reply = platform.offerAcl(product.sample(), "user:bob", "service:robot");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("service:robot");
        assertThat(world.roleMapper().of(product.componentId()).orElseThrow().users())
                .containsExactly("user:alice");
    }

    @Test
    void access_to_a_port_that_was_never_provisioned_fails_in_words() {
        Product product = Product.vaccinations("Unknown");

        var status = platform.failed(platform.accepted(platform.offerAcl(product.sample(), "user:alice")));

        assertThat(status.path("result").asText()).contains("not provisioned");
    }

    @Test
    void one_query_over_two_ports_is_refused_and_so_is_introspection() {
        Product one = Product.vaccinations("Pairone");
        Product two = Product.vaccinations("Pairtwo");
        platform.provision(one.sample());
        platform.provision(two.sample());
        platform.updateAcl(one.sample(), "user:alice");
        platform.updateAcl(two.sample(), "user:alice");

        Consumer alice = world.consumer("alice");

        alice.isRefused("{ %s(limit: 1) { date } %s(limit: 1) { date } }".formatted(one.select(), two.select()));
        alice.isRefused("{ __schema { types { name } } }");
    }
}
