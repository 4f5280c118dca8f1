package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A Hasura of several nodes, of which some show a change late. */
@ExtendWith(World.Provided.class)
class LateNodeStoryTest {
    private final World world;

    @TempDir
    private Path tasks;

    LateNodeStoryTest(World world) {
        this.world = world;
    }

    @AfterEach
    void catchUp() {
        world.engine().settings("{\"lateMillis\":0}");
    }

    @Test
    void a_node_that_follows_late_is_waited_for_and_nothing_is_called_a_failure() {
        Product product = Product.vaccinations("Late");
        world.engine().settings("{\"lateMillis\":5000}");

        JsonNode status = world.platform().provision(product.sample());

        assertThat(Platform.messages(status))
                .anyMatch(line -> line.contains("Hasura does not show role"))
                .noneMatch(line -> line.contains("Trying again"))
                .doesNotHaveDuplicates();
        assertThat(status.toString()).contains(product.select());
    }

    @Test
    void a_node_that_never_follows_is_a_failure_in_the_end_and_gives_the_role_nothing() {
        Product product = Product.vaccinations("Toolate");
        world.engine().settings("{\"lateMillis\":60000}");
        Map<String, String> variables = world.variables();
        variables.put("CONFIRM_TIMEOUT", "4s");

        JsonNode status;
        try (OwnService service = OwnService.start(variables, tasks)) {
            status = service.platform().failed(service.platform().startProvision(product.sample()));
        }

        assertThat(status.path("result").asText()).contains("does not show role", product.select());
        assertThat(world.roleMapper().of(product.componentId()).orElseThrow().rootFields())
                .isEmpty();
    }
}
