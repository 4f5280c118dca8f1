package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An operator who decided that a data product's own people always have access. */
@ExtendWith(World.Provided.class)
class LockedIdentityStoryTest {
    private static final String OWNER = "user:dp.owner_example.org";
    private static final String GROUP = "group:popeye";

    private final World world;

    @TempDir
    private Path tasks;

    LockedIdentityStoryTest(World world) {
        this.world = world;
    }

    @Test
    void locked_people_have_access_until_the_port_is_removed() throws IOException {
        Product product = Product.vaccinations("Locked");
        try (ServiceProcess service = ServiceProcess.start(variables(), tasks)) {
            Platform platform = service.platform();

            var provisioned = platform.provision(product.sample());

            assertThat(provisioned.at("/info/aclInfo").findValuesAsText("identity"))
                    .containsExactlyInAnyOrder(OWNER, GROUP);
            assertThat(people(product)).containsExactlyInAnyOrder(OWNER, GROUP);

            platform.updateAcl(product.sample(), "user:bob");
            platform.provision(product.sample());

            assertThat(people(product)).containsExactlyInAnyOrder(OWNER, GROUP, "user:bob");

            platform.updateAcl(product.sample());

            assertThat(people(product)).containsExactlyInAnyOrder(OWNER, GROUP);

            platform.unprovision(product.sample());

            assertThat(people(product)).isEmpty();
        }
    }

    @Test
    void a_living_port_of_unknown_access_is_left_alone_until_the_next_snapshot() throws IOException {
        Product product = Product.vaccinations("Unlocked");
        world.platform().provision(product.sample());
        world.platform().updateAcl(product.sample(), "user:alice");
        try (ServiceProcess service = ServiceProcess.start(variables(), tasks)) {
            Platform platform = service.platform();

            var provisioned = platform.provision(product.sample());

            assertThat(provisioned.path("logs").toString()).contains("It is not known who has access");
            assertThat(people(product)).containsExactly("user:alice");

            platform.updateAcl(product.sample(), "user:alice");

            assertThat(people(product)).containsExactlyInAnyOrder(OWNER, GROUP, "user:alice");
        }
    }

    private Map<String, String> variables() {
        Map<String, String> variables = world.variables();
        variables.put("LOCKED_IDENTITIES", "owner,devGroup");
        return variables;
    }

    private List<String> people(Product product) {
        var role = world.roleMapper().of(product.componentId()).orElseThrow();
        return Stream.concat(role.users().stream(), role.groups().stream()).toList();
    }
}
