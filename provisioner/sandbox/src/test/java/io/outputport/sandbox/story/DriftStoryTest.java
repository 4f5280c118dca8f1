package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.rolemapper.RoleMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else changes what this service has set up. */
@ExtendWith(World.Provided.class)
class DriftStoryTest {
    private final World world;

    @TempDir
    private Path tasks;

    DriftStoryTest(World world) {
        this.world = world;
    }

    @AfterEach
    void clearFaults() {
        world.engine().clearFaults();
    }

    @Test
    void a_metadata_apply_of_somebody_else_wipes_a_port_and_the_report_says_so() {
        Product product = Product.vaccinations("Wiped");
        try (Watching service = Watching.start(world.variables(), "report", tasks)) {
            service.platform().provision(product.sample());
            assertThat(service.port(product).path("state").asText()).isEqualTo("IN_SYNC");

            applyWithout(product);

            JsonNode port = service.awaitState(product, "MISSING");
            assertThat(port.path("driftedSince").asText()).endsWith("Z");
            assertThat(port.path("differences").toString()).contains("the source is gone");
            assertThat(port.path("role").asText()).isEqualTo(product.prefix() + "role");
            assertThat(port.path("table").asText()).isEqualTo("healthcare.vaccinations_clean_view");
            assertThat(service.ports("?state=missing").path("ports")).hasSize(1);
            assertThat(service.ports("").path("driftCheck").asText()).isEqualTo("report");

            service.platform().provision(product.sample());

            service.awaitState(product, "IN_SYNC");
            assertThat(service.repairTasks(product, "COMPLETED")).isEmpty();
            await("the line that drift has ended").until(() -> linesOf(product, "is as it was carried out again") == 1);
        }
        assertThat(linesOf(product, "has drifted")).isEqualTo(1);
    }

    @Test
    void repair_brings_a_wiped_port_back_and_its_consumer_reads_on() {
        Product product = Product.vaccinations("Restored");
        try (Watching service = Watching.start(world.variables(), "repair", tasks)) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice");

            applyWithout(product);

            service.awaitRepairs(product, 1);
            assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
            assertThat(world.roleMapper()
                            .of(product.componentId())
                            .orElseThrow()
                            .users())
                    .containsExactly("user:alice");
        }
        assertThat(linesOf(product, "has drifted")).isEqualTo(1);
    }

    @Test
    void a_permission_that_was_widened_is_told_and_put_back() {
        Product product = Product.vaccinations("Widened");
        try (Watching service = Watching.start(world.variables(), "report", tasks.resolve("report"))) {
            service.platform().provision(product.sample());
            changePermission(product, "{\"columns\":\"*\",\"filter\":{},\"allow_aggregations\":true}");

            assertThat(service.awaitState(product, "DRIFTED")
                            .path("differences")
                            .toString())
                    .contains("all columns may be read");
        }
        try (Watching service = Watching.start(world.variables(), "repair", tasks.resolve("repair"))) {
            service.platform().provision(product.sample());
            changePermission(product, "{\"columns\":[\"date\"],\"filter\":{},\"limit\":1}");

            service.awaitRepairs(product, 1);
            assertThat(world.engine().tableOf(product.customName()).at("/select_permissions/0/permission/columns"))
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void a_table_that_was_renamed_or_lost_its_permission_is_repaired_in_its_place() {
        Product product = Product.vaccinations("Mangled");
        try (Watching service = Watching.start(world.variables(), "repair", tasks)) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice");
            JsonNode source = world.engine().sourceOf(product.customName());

            world.engine()
                    .operation("{\"type\":\"pg_set_table_customization\",\"args\":{" + place(product)
                            + ",\"configuration\":{\"custom_name\":\"mangled\"}}}");
            service.awaitRepairs(product, 1);
            world.engine()
                    .operation("{\"type\":\"pg_drop_select_permission\",\"args\":{" + place(product) + ",\"role\":\""
                            + product.prefix() + "role\"}}");
            service.awaitRepairs(product, 2);

            assertThat(world.engine().sourceOf(product.customName())).isEqualTo(source);
            assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        }
    }

    @Test
    void the_fourth_repair_within_a_day_is_refused_and_alerted() {
        Product product = Product.vaccinations("Fought");
        try (Watching service = Watching.start(world.variables(), "repair", tasks)) {
            service.platform().provision(product.sample());
            for (int repair = 1; repair <= 3; repair++) {
                applyWithout(product);
                service.awaitRepairs(product, repair);
            }

            applyWithout(product);

            JsonNode port = service.awaitAlert(product);
            assertThat(port.path("state").asText()).isEqualTo("MISSING");
            assertThat(port.path("repairs").asInt()).isEqualTo(3);
            assertThat(world.engine().offers(product.customName())).isFalse();
            service.platform().provision(product.sample());
            assertThat(service.awaitState(product, "IN_SYNC").path("alert").asBoolean())
                    .isFalse();
        }
        assertThat(linesOf(product, "has drifted again after 3 repairs")).isEqualTo(1);
    }

    @Test
    void an_unprovision_ends_a_repair_that_waits_and_the_port_does_not_come_back() {
        Product product = Product.vaccinations("Gone");
        try (Watching service = Watching.start(world.variables(), "repair", tasks)) {
            service.platform().provision(product.sample());
            world.engine().faults(Engine.WRITE, "html-502", 50);
            dropSource(product);
            service.awaitWaitingRepair(product);

            service.platform().unprovision(product.sample());

            assertThat(service.repairTasks(product, "FAILED")).hasSize(1);
            assertThat(service.repairTasks(product, "RUNNING")).isEmpty();
            assertThat(service.port(product).isMissingNode()).isTrue();
            assertThat(world.engine().offers(product.customName())).isFalse();
        }
    }

    @Test
    void a_role_that_the_role_mapper_lost_comes_back_with_its_people() throws IOException {
        Product product = Product.vaccinations("Roleless");
        RoleMapper first = RoleMapper.start(0);
        Map<String, String> variables = new HashMap<>(world.variables());
        variables.put("ROLE_MAPPER_URL", first.url().toString());
        try (Watching service = Watching.start(variables, "repair", tasks)) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice", "group:analysts");

            first.close();
            try (RoleMapper empty = RoleMapper.start(first.url().getPort())) {
                service.awaitRepairs(product, 1);

                RoleMapperState.Role role = new RoleMapperState(empty.url())
                        .of(product.componentId())
                        .orElseThrow();
                assertThat(role.rootFields()).contains(product.select());
                assertThat(role.users()).containsExactly("user:alice");
                assertThat(role.groups()).containsExactly("group:analysts");
            }
        }
    }

    @Test
    void ports_are_listed_page_by_page_without_their_descriptors() {
        try (Watching service = Watching.start(world.variables(), "report", tasks)) {
            Product one = Product.invoices("Paged");
            Product two = Product.openInvoices("Paged");
            service.platform().provision(one.sample());
            service.platform().provision(two.sample());

            JsonNode first = service.ports("?limit=1");
            JsonNode second =
                    service.ports("?limit=1&after=" + first.path("next").asText());

            assertThat(first.at("/ports/0/component").asText()).isEqualTo(one.componentId());
            assertThat(second.at("/ports/0/component").asText()).isEqualTo(two.componentId());
            assertThat(service.ports("?limit=1&after=" + two.componentId()).path("ports"))
                    .isEmpty();
            assertThat(service.ports("").toString()).doesNotContain("dataProduct:", "dependsOn");
        }
    }

    /** What another team's {@code hasura metadata apply} does that knows nothing of the port. */
    private void applyWithout(Product product) {
        ObjectNode metadata = world.engine().metadata().deepCopy();
        ArrayNode sources = metadata.putArray("sources");
        world.engine().metadata().path("sources").forEach(source -> {
            if (!source.toString().contains('"' + product.customName() + '"')) {
                sources.add(source);
            }
        });
        apply(metadata);
    }

    private void dropSource(Product product) {
        String source =
                world.engine().sourceOf(product.customName()).path("name").asText();
        world.engine()
                .operation(
                        "{\"type\":\"pg_drop_source\",\"args\":{\"name\":\"%s\",\"cascade\":true}}".formatted(source));
    }

    private void apply(JsonNode metadata) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("type", "replace_metadata");
        request.putObject("args").put("allow_inconsistent_metadata", true).set("metadata", metadata);
        world.engine().operation(request.put("version", 2).toString());
    }

    private void changePermission(Product product, String permission) {
        String place = place(product) + ",\"role\":\"" + product.prefix() + "role\"";
        world.engine()
                .operation("{\"type\":\"bulk\",\"args\":[{\"type\":\"pg_drop_select_permission\",\"args\":{" + place
                        + "}},{\"type\":\"pg_create_select_permission\",\"args\":{" + place + ",\"permission\":"
                        + permission + "}}]}");
    }

    /** The arguments of a metadata operation that name the port's table. */
    private String place(Product product) {
        return "\"source\":\"%s\",\"table\":%s"
                .formatted(
                        world.engine()
                                .sourceOf(product.customName())
                                .path("name")
                                .asText(),
                        world.engine().tableOf(product.customName()).path("table"));
    }

    private long linesOf(Product product, String words) {
        return world.log()
                .lines()
                .filter(line -> line.contains("Port " + product.componentId() + " " + words))
                .count();
    }
}
