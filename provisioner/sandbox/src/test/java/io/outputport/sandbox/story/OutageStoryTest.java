package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.testing.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neighbours that are down, slow or odd. */
@ExtendWith(World.Provided.class)
class OutageStoryTest {
    private final World world;

    @TempDir
    private Path tasks;

    OutageStoryTest(World world) {
        this.world = world;
    }

    @AfterEach
    void clearFaults() {
        world.engine().clearFaults();
    }

    @ParameterizedTest
    @CsvSource({"export_metadata, html-502", "export_metadata, reset", "replace_metadata|bulk, conflict"})
    void a_passing_fault_of_hasura_delays_the_work_and_does_not_end_it(String type, String fault) {
        Product product = Product.vaccinations("Passing" + fault.replace("-", ""));
        world.engine().fault(type, fault, Duration.ZERO);

        world.platform().provision(product.sample());

        assertThat(world.engine().offers(product.customName())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HASURA_URL", "ROLE_MAPPER_URL"})
    void a_neighbour_that_stays_away_ends_the_work_with_the_cause_and_gives_nobody_access(String neighbour)
            throws IOException {
        Product product = Product.vaccinations("Away" + neighbour.substring(0, 4));
        Map<String, String> variables = world.variables();
        variables.put(neighbour, "http://127.0.0.1:9");
        variables.put("RETRY_BUDGET", "1s");

        JsonNode status;
        try (ServiceProcess service = ServiceProcess.start(variables, tasks)) {
            status = service.platform().failed(service.platform().startProvision(product.sample()));
        }

        assertThat(status.path("result").asText()).isNotBlank().doesNotContain("Exception");
        world.consumer("alice").isRefused(product.oneRow("date"));
        world.platform().provision(product.sample());
        assertThat(world.engine().offers(product.customName())).isTrue();
    }

    @Test
    void access_is_taken_away_also_while_hasura_is_away() throws IOException {
        Product product = Product.vaccinations("Closing");
        world.platform().provision(product.sample());
        world.platform().updateAcl(product.sample(), "user:alice");
        Map<String, String> variables = world.variables();
        variables.put("HASURA_URL", "http://127.0.0.1:9");
        variables.put("RETRY_BUDGET", "1s");

        try (ServiceProcess service = ServiceProcess.start(variables, tasks)) {
            service.platform().failed(service.platform().startUnprovision(product.sample()));
        }

        world.consumer("alice").isRefused(product.oneRow("date"));
        world.platform().unprovision(product.sample());
        assertThat(world.engine().offers(product.customName())).isFalse();
    }

    @Test
    void a_name_that_another_team_s_table_has_is_refused_and_theirs_stays() {
        Product theirs = Product.vaccinations("Theirs");
        world.platform().provision(theirs.sample());
        JsonNode before = world.engine().sourceOf(theirs.customName());

        // Another product whose name normalises to the same prefix, so that it may write the same names.
        Sample clash = theirs.sample()
                .with("healthcare:theirs:0", "healthcare:th-eirs:0")
                .with("name: Theirs", "name: Th-eirs");
        JsonNode status = world.platform().failed(world.platform().startProvision(clash));

        assertThat(status.path("result").asText()).isNotBlank();
        assertThat(world.engine().sourceOf(theirs.customName())).isEqualTo(before);

        world.platform().unprovision(clash);

        assertThat(world.engine().sourceOf(theirs.customName())).isEqualTo(before);
    }
}
