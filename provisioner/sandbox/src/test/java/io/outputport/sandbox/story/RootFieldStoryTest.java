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

/** Root fields that a task could not put right before its time was over become right without another one. */
@ExtendWith(World.Provided.class)
class RootFieldStoryTest {
    private final World world;
    private final RoleMapperState roleMapper;

    @TempDir
    private Path tasks;

    RootFieldStoryTest(World world) {
        this.world = world;
        this.roleMapper = world.roleMapper();
    }

    @AfterEach
    void calm() {
        world.engine().clearFaults();
        roleMapper.calm();
    }

    @Test
    void a_living_port_keeps_only_those_that_hasura_shows() {
        Product product = Product.vaccinations("Leftwide");
        String rows = product.prefix() + "rows";
        Product renamed = product.with("select: " + product.select(), "select: " + rows);
        try (OwnService service = OwnService.start(variables(), tasks)) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice");
            world.engine().holdNext("bulk");
            String change = service.platform().startProvision(renamed.sample());
            world.engine().awaitFaultMet();

            roleMapper.fault("/v1/roles", "status-500", Duration.ZERO, 10_000);
            world.engine().letGo();
            service.platform().failed(change);
            assertThat(rootFields(product)).contains(product.select(), rows);
            assertThat(port(service, product).path("accessUnsettled").asBoolean())
                    .isTrue();
            roleMapper.calm();

            await().until(() -> rootFields(product), fields -> !fields.contains(product.select()));
            assertThat(rootFields(product)).contains(rows);
            assertThat(world.consumer("alice").read("{ %s(limit: 1) { date } }".formatted(rows)))
                    .hasSize(1);
            await().until(() -> port(service, product).path("accessUnsettled").asBoolean(), settled -> !settled);
        }
    }

    @Test
    void a_port_that_never_came_to_life_has_none() {
        Product product = Product.vaccinations("Leftnew");
        try (OwnService service = OwnService.start(variables(), tasks)) {
            world.engine().holdNext(Engine.WRITE);
            String provision = service.platform().startProvision(product.sample());
            world.engine().awaitFaultMet();

            String fault = """
                    [{"path":"/v1/roles","mentions":"%s","fault":"timeout-after","millis":60000,"times":1}]""";
            roleMapper.arm(fault.formatted(product.select()));
            world.engine().letGo();
            await().until(roleMapper::hasMetItsFault);
            roleMapper.fault("/v1/*", "html-502", Duration.ZERO, 10_000);
            service.platform().failed(provision);
            roleMapper.calm();

            await().until(() -> rootFields(product).isEmpty());
        }
    }

    private List<String> rootFields(Product product) {
        return roleMapper.of(product.componentId()).orElseThrow().rootFields();
    }

    private static JsonNode port(OwnService service, Product product) {
        return Http.to(service.url())
                .get("/v1/ports?component=" + product.componentId())
                .json()
                .at("/ports/0");
    }

    private Map<String, String> variables() {
        Map<String, String> variables = world.variables();
        variables.put("RETRY_BUDGET", "1s");
        variables.put("ROLE_MAPPER_TIMEOUT", "3s");
        variables.put("ROLE_MAPPER_TIMEOUT_PER_ENTRY", "0s");
        return variables;
    }
}
