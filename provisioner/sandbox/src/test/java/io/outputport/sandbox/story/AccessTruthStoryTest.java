package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.testing.Http;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of access is true, and nobody loses or keeps it silently. */
@ExtendWith(World.Provided.class)
class AccessTruthStoryTest {
    private final World world;
    private final RoleMapperState roleMapper;

    @TempDir
    private Path tasks;

    AccessTruthStoryTest(World world) {
        this.world = world;
        this.roleMapper = world.roleMapper();
    }

    @AfterEach
    void calm() {
        roleMapper.calm();
        world.engine().clearFaults();
    }

    @Test
    void a_removal_that_never_began_leaves_no_mark() {
        Product product = Product.vaccinations("Neverbegan");
        try (OwnService service = OwnService.start(variables("RETRY_BUDGET", "1s"), tasks)) {
            Platform platform = service.platform();
            platform.provision(product.sample());
            platform.updateAcl(product.sample(), "user:alice");
            roleMapper.fault("/v1/*", "html-502", Duration.ZERO, 10_000);
            platform.failed(platform.startUnprovision(product.sample()));
            roleMapper.calm();

            assertThat(state(service, product)).isEqualTo("IN_SYNC");
            platform.provision(product.sample());

            assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status-500", "status-422", "html-502", "timeout-before"})
    void a_removal_that_the_role_mapper_did_not_carry_out_takes_nobody_s_access(String fault) {
        Product product = Product.vaccinations("Refused" + fault.replace("-", ""));
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice");
        }
        Map<String, String> impatient = variables("RETRY_BUDGET", "1s");
        impatient.put("ROLE_MAPPER_TIMEOUT", "1s");
        try (OwnService service = OwnService.start(impatient, tasks)) {
            roleMapper.fault("/v1/user_roles", fault, Duration.ofSeconds(2), 10_000);
            JsonNode failed = service.platform().failed(service.platform().startUnprovision(product.sample()));

            assertThat(failed.path("logs").toString()).contains("the removal is taken back");
            roleMapper.calm();
        }
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            Platform platform = service.platform();
            await().until(() -> port(service, product).path("accessUnsettled").asBoolean(), settled -> !settled);
            assertThat(people(product)).containsExactly("user:alice");
            assertThat(state(service, product)).isEqualTo("IN_SYNC");
            platform.provision(product.sample());
            assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        }
    }

    @Test
    void a_removal_that_is_stopped_while_the_role_mapper_refuses_it_takes_nobody_s_access() {
        Product product = Product.vaccinations("Stoppedrefused");
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            Platform platform = service.platform();
            platform.provision(product.sample());
            platform.updateAcl(product.sample(), "user:alice");
            roleMapper.fault("/v1/user_roles", "status-500", Duration.ZERO, 10_000);
            String removal = platform.startUnprovision(product.sample());
            platform.runningWith(removal, "Trying again");
            assertThat(port(service, product).path("accessUnsettled").asBoolean())
                    .isTrue();

            platform.terminate(removal);
            platform.terminated(removal);
            roleMapper.calm();

            assertThat(state(service, product)).isEqualTo("IN_SYNC");
            platform.provision(product.sample());
            await().until(() -> people(product), List.of("user:alice")::equals);
            assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        }
    }

    @Test
    void on_a_port_that_is_half_removed_nobody_is_told_that_access_is_as_requested() {
        Product product = Product.vaccinations("Halfremoved");
        try (OwnService service = OwnService.start(variables("RETRY_BUDGET", "1s"), tasks)) {
            Platform platform = service.platform();
            platform.provision(product.sample());
            platform.updateAcl(product.sample(), "user:alice");
            world.engine().fault(Engine.WRITE, "html-502", Duration.ZERO, 10_000);
            world.engine().fault("bulk", "html-502", Duration.ZERO, 10_000);
            world.engine().fault("export_metadata", "html-502", Duration.ZERO, 10_000);
            platform.failed(platform.startUnprovision(product.sample()));
            world.engine().clearFaults();

            JsonNode refused = platform.failed(platform.accepted(platform.offerAcl(product.sample(), "user:alice")));

            assertThat(refused.path("result").asText()).contains("only half there", "Deploy it first");
            assertThat(state(service, product)).isEqualTo("CLOSED");
            var provisioned = platform.provision(product.sample());
            assertThat(provisioned.path("logs").toString())
                    .contains("nobody has access to it until the next updateacl");
            platform.updateAcl(product.sample(), "user:alice");
            assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        }
    }

    @Test
    void who_was_locked_loses_access_when_the_setting_is_switched_off() {
        Product product = Product.vaccinations("Formerlylocked");
        try (OwnService service = OwnService.start(variables("LOCKED_IDENTITIES", "owner,devGroup"), tasks)) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice");
            assertThat(people(product)).hasSize(3);
        }
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            service.platform().provision(product.sample());

            assertThat(people(product)).containsExactly("user:alice");
        }
    }

    @Test
    void who_was_locked_loses_access_when_the_descriptor_names_somebody_else() {
        Product product = Product.vaccinations("Otherowner");
        try (OwnService service = OwnService.start(variables("LOCKED_IDENTITIES", "owner"), tasks)) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice");

            service.platform().provision(product.sample().with("user:dp.owner_example.org", "user:new.owner"));

            assertThat(people(product)).containsExactlyInAnyOrder("user:alice", "user:new.owner");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dataProductOwner: \"dp\\towner\""})
    void who_was_locked_loses_access_when_the_descriptor_names_nobody_usable_any_more(String owner) {
        Product product = Product.vaccinations("Noowner" + owner.length());
        try (OwnService service = OwnService.start(variables("LOCKED_IDENTITIES", "owner"), tasks)) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice");
            assertThat(people(product)).hasSize(2);

            service.platform().provision(product.sample().with("dataProductOwner: user:dp.owner_example.org", owner));

            assertThat(people(product)).containsExactly("user:alice");
        }
    }

    private static String state(OwnService service, Product product) {
        return port(service, product).path("state").asText();
    }

    private static JsonNode port(OwnService service, Product product) {
        return Http.to(service.url())
                .get("/v1/ports?component=" + product.componentId())
                .json()
                .at("/ports/0");
    }

    private List<String> people(Product product) {
        return roleMapper.of(product.componentId()).orElseThrow().people();
    }

    private Map<String, String> variables(String name, String value) {
        Map<String, String> variables = world.variables();
        variables.put(name, value);
        return variables;
    }
}
