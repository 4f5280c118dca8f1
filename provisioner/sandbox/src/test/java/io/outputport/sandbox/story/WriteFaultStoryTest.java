package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that can go wrong with a write. */
@ExtendWith(World.Provided.class)
class WriteFaultStoryTest {
    private final World world;
    private final Engine engine;

    @TempDir
    private Path tasks;

    WriteFaultStoryTest(World world) {
        this.world = world;
        this.engine = world.engine();
    }

    @AfterEach
    void clearFaults() {
        engine.clearFaults();
    }

    @ParameterizedTest
    @CsvSource({
        "timeout-before, 1",
        "timeout-after, 1",
        "conflict, 10",
        "status-500, 1",
        "html-502, 1",
        "reset, 1",
    })
    void a_write_that_goes_wrong_is_written_in_the_end_and_once(String fault, int times) {
        Product product = Product.vaccinations("Fault" + fault.replace("-", ""));
        Map<String, String> variables = world.variables();
        variables.put("HASURA_WRITE_TIMEOUT", "2s");
        engine.fault(Engine.WRITE, fault, Duration.ofSeconds(4), times);

        try (OwnService service = OwnService.start(variables, tasks)) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice");
        }

        assertThat(engine.sourceOf(product.customName()).path("tables")).hasSize(1);
        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
    }

    @Test
    void a_document_that_a_proxy_finds_too_long_is_named_and_not_tried_again() {
        Product product = Product.vaccinations("Toolong");
        engine.faults(Engine.WRITE, "status-413", 2);

        var status = world.platform().failed(world.platform().startProvision(product.sample()));

        assertThat(status.path("result").asText()).contains("413", "Raise the limit");
        assertThat(world.roleMapper().of(product.componentId()).orElseThrow().rootFields())
                .isEmpty();
        assertThat(engine.offers(product.customName())).isFalse();
    }
}
