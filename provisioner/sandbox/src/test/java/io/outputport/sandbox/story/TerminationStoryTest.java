package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody changes their mind while work is under way. */
@ExtendWith(World.Provided.class)
class TerminationStoryTest {
    private final World world;
    private final Platform platform;

    TerminationStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
    }

    @AfterEach
    void clearFaults() {
        world.engine().clearFaults();
    }

    @Test
    void a_provision_ends_between_two_steps_and_the_role_of_its_new_port_may_use_nothing() {
        Product product = Product.vaccinations("Stopped");
        world.engine().holdNext(Engine.WRITE);
        String token = platform.startProvision(product.sample());
        world.engine().awaitFaultMet();

        assertThat(platform.terminate(token).status()).isEqualTo(202);
        world.engine().letGo();

        platform.terminated(token);
        assertThat(platform.terminate(token).status()).isEqualTo(400);
        assertThat(world.engine().offers(product.customName()))
                .as("a new port that is stopped leaves nothing in Hasura")
                .isFalse();
        var role = world.roleMapper().of(product.componentId()).orElseThrow();
        assertThat(role.rootFields()).isEmpty();
        assertThat(role.users()).isEmpty();
        world.consumer("alice").isRefused(product.oneRow("date"));
    }

    @Test
    void what_waits_behind_another_task_ends_at_once() {
        Product product = Product.vaccinations("Queued");
        world.engine().holdNext(Engine.WRITE);
        String provision = platform.startProvision(product.sample());
        world.engine().awaitFaultMet();
        String access = platform.accepted(platform.offerAcl(product.sample(), "user:alice"));

        assertThat(platform.terminate(access).status()).isEqualTo(202);

        platform.terminated(access);
        world.engine().letGo();
        platform.completed(provision);
        world.consumer("alice").isRefused(product.oneRow("date"));
    }

    @Test
    void what_a_newer_order_makes_needless_says_what_it_waited_for() {
        Product waiting = Product.vaccinations("Needless");
        Product written = Product.vaccinations("Writtenfirst");
        world.engine().holdNext(Engine.WRITE);
        String first = platform.startProvision(written.sample());
        world.engine().awaitFaultMet();
        String needless = platform.startProvision(waiting.sample());
        platform.runningWith(needless, "Waits for the next write to Hasura");

        String newer = platform.startProvision(
                waiting.with("Vaccinations by day", "Vaccinations by week").sample());

        assertThat(platform.failed(needless).path("result").asText())
                .contains("superseded by " + newer, "It waited for its turn to write to another system")
                .doesNotContain("another try");
        world.engine().letGo();
        platform.completed(first);
        platform.completed(newer);
    }
}
