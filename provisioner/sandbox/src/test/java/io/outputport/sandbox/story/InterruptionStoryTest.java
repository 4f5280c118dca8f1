package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that stops in the middle of its work, by will or by force, finishes it after its next start. */
@ExtendWith(World.Provided.class)
class InterruptionStoryTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private final World world;

    @TempDir
    private Path tasks;

    InterruptionStoryTest(World world) {
        this.world = world;
    }

    @AfterEach
    void clearFaults() {
        world.engine().clearFaults();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "timeout-after"})
    void killed_in_the_middle(String fault) throws IOException {
        Product product = Product.vaccinations("Killed" + fault.replace("-", ""));
        world.engine().fault(Engine.WRITE, fault, LONG_ENOUGH);
        String token;
        try (ServiceProcess service = ServiceProcess.start(world.variables(), tasks)) {
            token = service.platform().startProvision(product.sample());
            world.engine().awaitFaultMet();
            service.kill();
        }

        try (ServiceProcess service = ServiceProcess.start(world.variables(), tasks)) {
            service.platform().completed(token);
            service.platform().updateAcl(product.sample(), "user:alice");
        }
        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
    }

    @Test
    void restarted_in_the_middle() throws IOException {
        Product product = Product.vaccinations("Restarted");
        world.engine().fault(Engine.WRITE, "slow", Duration.ofSeconds(2));
        String token;
        try (ServiceProcess service = ServiceProcess.start(world.variables(), tasks)) {
            token = service.platform().startProvision(product.sample());
            world.engine().awaitFaultMet();
            service.terminate();
        }

        try (ServiceProcess service = ServiceProcess.start(world.variables(), tasks)) {
            service.platform().completed(token);
        }
        assertThat(world.engine().offers(product.customName())).isTrue();
    }

    @Test
    void a_finished_result_is_readable_after_a_restart() {
        Product product = Product.vaccinations("Finished");
        String token;
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            token = service.platform().startProvision(product.sample());
            service.platform().completed(token);
        }

        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            assertThat(service.platform()
                            .completed(token)
                            .at("/info/publicInfo")
                            .toString())
                    .contains(product.select());
        }
    }
}
