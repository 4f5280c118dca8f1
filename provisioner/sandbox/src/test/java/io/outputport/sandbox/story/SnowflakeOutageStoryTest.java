package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Hasura's agent or the account is away, or refuses us. */
@ExtendWith(World.Provided.class)
class SnowflakeOutageStoryTest {
    private final World world;
    private final Snowflake snowflake;

    @TempDir
    private Path tasks;

    SnowflakeOutageStoryTest(World world) {
        this.world = world;
        this.snowflake = world.snowflake();
    }

    @AfterEach
    void mend() {
        world.engine().settings("{\"agentDown\":false}");
        snowflake.clearFaults();
    }

    @Test
    void while_the_agent_is_away_the_task_waits_and_says_why() {
        Product product = Product.onSnowflake("Agent");
        Platform platform = world.platform();
        world.engine().settings("{\"agentDown\":true}");

        String token = platform.startProvision(product.sample());
        platform.runningWith(token, "Trying again in");
        world.consumer("alice").isRefused(product.oneRow("date"));

        world.engine().settings("{\"agentDown\":false}");
        JsonNode status = platform.completed(token);
        platform.updateAcl(product.sample(), "user:alice");

        assertThat(Platform.messages(status))
                .anyMatch(line -> line.startsWith("Hasura cannot use source healthcare_agent_0_"));
        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        passwordIsNowhere(platform);
    }

    @Test
    void an_agent_that_stays_away_ends_the_task_with_the_cause_and_opens_nothing() {
        Product product = Product.onSnowflake("Stayed");
        Map<String, String> variables = world.variables();
        variables.put("RETRY_BUDGET", "1s");
        world.engine().settings("{\"agentDown\":true}");

        try (OwnService service = OwnService.start(variables, tasks)) {
            JsonNode status = service.platform().failed(service.platform().startProvision(product.sample()));

            assertThat(status.path("result").asText()).contains("Hasura cannot use source healthcare_stayed_0_");
            assertThat(world.roleMapper()
                            .of(product.componentId())
                            .orElseThrow()
                            .rootFields())
                    .isEmpty();
            passwordIsNowhere(service.platform());
        }
        world.engine().settings("{\"agentDown\":false}");
        world.platform().provision(product.sample());
        world.platform().updateAcl(product.sample(), "user:alice");
        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
    }

    @Test
    void while_the_agent_is_away_other_work_goes_on() {
        Product leaving = Product.onSnowflake("Leaves");
        Product elsewhere = Product.vaccinations("Elsewhere");
        Platform platform = world.platform();
        platform.provision(leaving.sample());
        platform.updateAcl(leaving.sample(), "user:alice");
        world.engine().settings("{\"agentDown\":true}");

        platform.unprovision(leaving.sample());
        platform.provision(elsewhere.sample());

        assertThat(world.engine().offers(leaving.customName())).isFalse();
        world.consumer("alice").isRefused(leaving.oneRow("date"));
        assertThat(world.engine().offers(elsewhere.customName())).isTrue();
    }

    @Test
    void a_refused_login_ends_the_task_in_words() {
        Product product = Product.onSnowflake("Refused");
        snowflake.fault(Snowflake.LOGIN, "wrong-password", 1);

        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            JsonNode status = service.platform().failed(service.platform().startProvision(product.sample()));

            assertThat(status.path("result").asText())
                    .contains("refuses the provisioner's login", "390100", "SNOWFLAKE_USER");
            passwordIsNowhere(service.platform());
        }
        assertThat(world.engine().offers(product.customName())).isFalse();
    }

    @Test
    void validation_tells_a_refused_login_as_a_notice() {
        Product product = Product.onSnowflake("Noticed");
        snowflake.fault(Snowflake.LOGIN, "wrong-password", 1);

        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            JsonNode verdict = service.platform().validate(product.sample());

            assertThat(verdict.path("valid").asBoolean()).isTrue();
            assertThat(verdict.path("notices").toString()).contains("refuses the provisioner's login");
            passwordIsNowhere(service.platform());
        }
    }

    @Test
    void an_account_that_cannot_be_reached_is_asked_again() {
        Product product = Product.onSnowflake("Unreached");
        Map<String, String> variables = world.variables();
        variables.put("SOURCE_TIMEOUT", "2s");
        snowflake.fault(Snowflake.LOGIN, "reset", 1_000);

        try (OwnService service = OwnService.start(variables, tasks)) {
            String token = service.platform().startProvision(product.sample());
            JsonNode running = service.platform().runningWith(token, "Trying again in");
            snowflake.clearFaults();
            service.platform().completed(token);

            assertThat(Platform.messages(running)).anyMatch(line -> line.contains("cannot be asked now"));
            passwordIsNowhere(service.platform());
        }
        assertThat(world.engine().offers(product.customName())).isTrue();
    }

    private void passwordIsNowhere(Platform platform) {
        snowflake.passwordIsNowhere(world, platform);
    }
}
