package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.testing.Http;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ports, roles and people are told apart, whatever they are called and whoever was called so before. */
@ExtendWith(World.Provided.class)
class IdentityStoryTest {
    private final World world;
    private final RoleMapperState roleMapper;

    @TempDir
    private Path tasks;

    IdentityStoryTest(World world) {
        this.world = world;
        this.roleMapper = world.roleMapper();
    }

    @AfterEach
    void calm() {
        roleMapper.calm();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hasura/output-port", "..", "a%2Fb", "a?b#c", "a;b c", "ä|'"})
    void whatever_stands_in_a_component_s_id_it_goes_through_all_operations(String id) {
        Product plain = Product.vaccinations("Oddid" + Integer.toHexString(id.hashCode()));
        Product odd = new Product(
                plain.sample().with(": " + plain.componentId(), ": \"" + named(plain, id) + "\""),
                named(plain, id),
                plain.prefix(),
                plain.table());
        Platform platform = world.platform();

        platform.provision(odd.sample());
        platform.updateAcl(odd.sample(), "user:alice");
        assertThat(world.consumer("alice").read(odd.oneRow("date"))).hasSize(1);
        platform.provision(odd.sample());
        assertThat(world.consumer("alice").read(odd.oneRow("date"))).hasSize(1);
        platform.updateAcl(odd.sample());
        world.consumer("alice").isRefused(odd.oneRow("date"));
        platform.unprovision(odd.sample());
        assertThat(world.engine().offers(odd.customName())).isFalse();
    }

    private static String named(Product product, String id) {
        return product.componentId().replace("hasura-output-port", id);
    }

    @Test
    void a_name_that_was_given_up_is_free_for_another_component() {
        Product first = Product.vaccinations("Givenup");
        Product second = new Product(
                first.sample()
                        .with("healthcare:givenup:0", "healthcare:given-up:0")
                        .with("name: Givenup", "name: Given-up"),
                first.componentId().replace(":givenup:", ":given-up:"),
                first.prefix(),
                first.table());
        Platform platform = world.platform();
        platform.provision(first.sample());
        platform.updateAcl(first.sample(), "user:alice");
        platform.unprovision(first.sample());

        platform.provision(second.sample());
        platform.updateAcl(second.sample(), "user:bob");

        assertThat(roleMapper.of(second.componentId()).orElseThrow().id()).matches(".*_role_[0-9a-f]{6}");
        assertThat(world.consumer("bob").read(second.oneRow("date"))).hasSize(1);
        world.consumer("alice").isRefused(second.oneRow("date"));
        platform.unprovision(second.sample());
        assertThat(world.engine().offers(second.customName())).isFalse();
    }

    @Test
    void an_answer_about_another_component_changes_nobody_s_access() {
        Product product = Product.vaccinations("Mixedup");
        try (OwnService service = OwnService.start(variables("RETRY_BUDGET", "1s"), tasks)) {
            Platform platform = service.platform();
            platform.provision(product.sample());
            platform.updateAcl(product.sample(), "user:alice");
            roleMapper.fault("/v1/roles/*", "other-component", Duration.ZERO, 10_000);

            var failed = platform.failed(platform.accepted(platform.offerAcl(product.sample(), "user:bob")));

            assertThat(failed.path("result").asText()).contains("answered about urn:dmb:cmp:somebody");
        }
    }

    @Test
    void half_a_character_in_a_ref_is_refused_by_name() {
        Product product = Product.vaccinations("Halfcharacter");
        String request = product.sample().aclRequest("user:HALF").toString().replace("HALF", "\\ud800");

        var reply = Http.to(world.provisioner()).post("/v1/updateacl", request);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("refs[0]", "half of a character");
    }

    @Test
    void a_name_that_a_renamed_port_has_left_is_free_for_another_component() {
        Product first = Product.vaccinations("Leftname");
        Product renamed = first.renamed("Leftname", "Newname");
        Product second = new Product(
                first.sample()
                        .with("healthcare:leftname:0", "healthcare:left-name:0")
                        .with("name: Leftname", "name: Left-name"),
                first.componentId().replace(":leftname:", ":left-name:"),
                first.prefix(),
                first.table());
        Platform platform = world.platform();
        platform.provision(first.sample());
        platform.updateAcl(first.sample(), "user:alice");
        platform.provision(renamed.sample());

        platform.provision(second.sample());
        platform.updateAcl(second.sample(), "user:bob");

        world.consumer("alice").isRefused(second.oneRow("date"));
        assertThat(world.consumer("alice").read(renamed.oneRow("date"))).hasSize(1);
        assertThat(world.consumer("bob").read(second.oneRow("date"))).hasSize(1);
        world.consumer("bob").isRefused(renamed.oneRow("date"));
        platform.unprovision(renamed.sample());
        assertThat(world.consumer("bob").read(second.oneRow("date"))).hasSize(1);
    }

    private Map<String, String> variables(String name, String value) {
        Map<String, String> variables = world.variables();
        variables.put(name, value);
        return variables;
    }
}
