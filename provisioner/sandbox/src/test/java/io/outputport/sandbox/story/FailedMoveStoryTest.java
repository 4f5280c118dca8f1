package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A living port that is on its way from one name and source to others loses nobody, however often that fails. */
@ExtendWith(World.Provided.class)
class FailedMoveStoryTest {
    private static final int ALWAYS = 10_000;

    private final World world;

    @TempDir
    private Path tasks;

    FailedMoveStoryTest(World world) {
        this.world = world;
    }

    @BeforeEach
    @AfterEach
    void calm() {
        world.roleMapper().calm();
        world.engine().clearFaults();
    }

    @Test
    void what_a_failed_rename_has_written_stays_readable_when_the_way_back_fails_too() {
        Product old = Product.vaccinations("Wayback");
        Product renamed = old.renamed("Wayback", "Waythere");
        try (OwnService service = OwnService.start(variables(), tasks)) {
            Platform platform = service.platform();
            platform.provision(old.sample());
            platform.updateAcl(old.sample(), "user:alice");
            renamedInHasuraOnly(platform, renamed);
            world.engine().faults(Engine.WRITE, "html-502", ALWAYS);
            world.engine().faults("bulk", "html-502", ALWAYS);
            platform.failed(platform.startProvision(old.sample()));
            world.engine().clearFaults();

            assertThat(world.consumer("alice").read(renamed.oneRow("date"))).hasSize(1);
            platform.provision(old.sample());
            assertThat(world.consumer("alice").read(old.oneRow("date"))).hasSize(1);
            assertThat(world.engine().offers(renamed.customName())).isFalse();
        }
    }

    @Test
    void a_removal_with_the_old_name_takes_what_a_failed_rename_has_written() {
        Product old = Product.vaccinations("Goneback");
        Product renamed = old.renamed("Goneback", "Gonethere");
        try (OwnService service = OwnService.start(variables(), tasks)) {
            Platform platform = service.platform();
            platform.provision(old.sample());
            renamedInHasuraOnly(platform, renamed);

            platform.unprovision(old.sample());

            assertThat(world.engine().offers(old.customName())).isFalse();
            assertThat(world.engine().offers(renamed.customName())).isFalse();
        }
    }

    @Test
    void a_role_mapper_that_is_slow_with_root_fields_costs_nobody_access() {
        Product old = Product.vaccinations("Slowback");
        Product renamed = old.renamed("Slowback", "Slowthere");
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            service.platform().provision(old.sample());
            service.platform().updateAcl(old.sample(), "user:alice");
        }
        Map<String, String> impatient = variables();
        impatient.put("ROLE_MAPPER_TIMEOUT", "1s");
        impatient.put("RETRY_BUDGET", "3s");
        try (OwnService service = OwnService.start(impatient, tasks)) {
            Platform platform = service.platform();
            world.roleMapper().fault("/v1/roles", "slow", Duration.ofMillis(1500), ALWAYS);
            platform.ended(platform.startProvision(renamed.sample()));
            world.roleMapper().calm();
            platform.ended(platform.startProvision(old.sample()));

            Consumer alice = world.consumer("alice");
            assertThat(alice.ask(old.oneRow("date")).has("data")
                            || alice.ask(renamed.oneRow("date")).has("data"))
                    .isTrue();
        }
    }

    /** Hasura holds the new names; nobody could confirm it, so the provision failed. */
    private void renamedInHasuraOnly(Platform platform, Product renamed) {
        world.engine().arm("[{\"path\":\"/v1/graphql\",\"fault\":\"html-502\",\"times\":%d}]".formatted(ALWAYS));
        platform.failed(platform.startProvision(renamed.sample()));
        world.engine().clearFaults();
        assertThat(world.engine().offers(renamed.customName())).isTrue();
    }

    private Map<String, String> variables() {
        Map<String, String> variables = world.variables();
        variables.put("RETRY_BUDGET", "1s");
        return variables;
    }
}
