package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hasura can be read, but nothing can be written to it, or what is said to be written is not. */
@ExtendWith(World.Provided.class)
class StuckWriteStoryTest {
    private static final int ALWAYS = 100_000;

    private final World world;
    private final Engine engine;

    @TempDir
    private Path tasks;

    StuckWriteStoryTest(World world) {
        this.world = world;
        this.engine = world.engine();
    }

    @AfterEach
    void clearFaults() {
        engine.clearFaults();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "html-504 | A gateway before Hasura gave up waiting for its answer to a write (status 504)",
                "timeout-before | Hasura took a write and did not answer it (it did not answer in time)",
                "conflict | Somebody else keeps changing Hasura's metadata: 10 writes in a row came too late"
            })
    void every_task_ends_within_its_budget_with_the_true_reason_and_a_later_one_works(String fault, String reason) {
        Product one = Product.vaccinations("Stuckone" + fault.replaceAll("\\W", ""));
        Product other = Product.vaccinations("Stuckother" + fault.replaceAll("\\W", ""));
        Product living = Product.vaccinations("Stuckliving" + fault.replaceAll("\\W", ""));
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            service.platform().provision(living.sample());
            service.platform().updateAcl(living.sample(), "user:alice");
        }
        try (OwnService service = OwnService.start(impatient(), tasks)) {
            engine.fault(Engine.WRITE, fault, Duration.ofSeconds(60), ALWAYS);
            List<String> stuck = List.of(
                    service.platform().startProvision(one.sample()),
                    service.platform().startProvision(other.sample()));

            service.platform().updateAcl(living.sample());
            world.consumer("alice").isRefused(living.oneRow("date"));
            stuck.forEach(token -> assertThat(
                            service.platform().failed(token).path("result").asText())
                    .contains(reason));
        }
        engine.clearFaults();
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            service.platform().provision(one.sample());
        }
        assertThat(engine.sourceOf(one.customName()).path("tables")).hasSize(1);
        assertThat(engine.offers(other.customName())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"html-200", "empty-200", "bare-200"})
    void a_port_is_removed_only_when_it_is(String fault) {
        Product product = Product.vaccinations("Said" + fault.replaceAll("\\W", ""));
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            service.platform().provision(product.sample());
        }
        try (OwnService service = OwnService.start(impatient(), tasks)) {
            engine.faults(Engine.WRITE, fault, ALWAYS);

            var status = service.platform().failed(service.platform().startUnprovision(product.sample()));

            assertThat(status.path("result").asText()).contains("a body that is no answer to replace_metadata");
            assertThat(engine.offers(product.customName())).isTrue();
        }
        engine.clearFaults();
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            service.platform().unprovision(product.sample());
        }
        assertThat(engine.offers(product.customName())).isFalse();
    }

    @Test
    void a_new_port_that_is_stopped_while_it_is_being_written_leaves_nothing_in_hasura() {
        Product product = Product.vaccinations("Stoppednew");
        engine.fault(Engine.WRITE, "slow", Duration.ofSeconds(3));
        String token = world.platform().startProvision(product.sample());
        engine.awaitFaultMet();

        world.platform().terminate(token);
        world.platform().terminated(token);

        assertThat(engine.offers(product.customName())).isFalse();
        world.platform().provision(product.sample());
    }

    private Map<String, String> impatient() {
        Map<String, String> variables = world.variables();
        variables.put("RETRY_BUDGET", "12s");
        variables.put("HASURA_WRITE_TIMEOUT", "2s");
        variables.put("HASURA_WRITE", "replace");
        return variables;
    }
}
