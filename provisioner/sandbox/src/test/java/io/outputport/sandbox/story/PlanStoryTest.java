package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A look before the leap: what a provision would do, and what consumers would see. */
@ExtendWith(World.Provided.class)
class PlanStoryTest {
    private final World world;
    private final Platform platform;

    PlanStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
    }

    @Test
    void nothing_is_changed_and_every_step_is_told() {
        Product product = Product.vaccinations("Foreseen");
        JsonNode metadata = world.engine().metadata();
        Engine.Stats before = world.engine().stats();

        JsonNode plan = platform.plan(product.sample());

        assertThat(plan.path("executable").asBoolean()).isTrue();
        assertThat(plan.at("/changes/steps").findValuesAsText("action"))
                .containsExactly("create", "keep", "create", "create", "keep", "change");
        assertThat(plan.at("/changes/steps").findValuesAsText("phase"))
                .containsExactly("role", "access", "hasura", "hasura", "confirm", "role");
        assertThat(plan.at("/changes/schemaBuilds").asInt()).isBetween(1, 3);
        assertThat(plan.at("/changes/write/way").asText()).isIn("bulk", "replace");
        assertThat(plan.at("/changes/write/seconds").asDouble()).isPositive();
        assertThat(world.engine().stats()).isEqualTo(before);
        assertThat(world.engine().metadata()).isEqualTo(metadata);
        assertThat(world.roleMapper().of(product.componentId())).isEmpty();
    }

    @Test
    void the_foreseen_schema_is_the_one_that_consumers_of_a_view_get() {
        Product product = Product.vaccinations("Viewed");

        isForeseen(product);
    }

    @Test
    void the_foreseen_schema_is_the_one_that_consumers_of_a_table_get() {
        Product product = Product.invoices("Tabled");

        isForeseen(product);
    }

    @Test
    void the_foreseen_schema_is_the_one_that_consumers_of_snowflake_get() {
        world.snowflake();
        Product product = Product.onSnowflake("Flaked");

        isForeseen(product);
    }

    @Test
    void where_consumers_can_subscribe_the_stream_is_foreseen_too(@TempDir Path tasks) {
        Product product = Product.vaccinations("Streamed");
        Map<String, String> variables = new HashMap<>(world.variables());
        variables.put("WEBHOOK_SUBSCRIPTIONS", "true");

        try (OwnService service = OwnService.start(variables, tasks)) {
            JsonNode plan = service.platform().plan(product.sample());
            service.platform().provision(product.sample());

            assertThat(plan.at("/schema/rootFields").toString()).contains(product.customName() + "_stream");
            assertThat(SchemaShape.ofText(plan.at("/schema/sdl").asText(), true))
                    .isEqualTo(SchemaShape.ofRole(world.engine(), product.prefix() + "role", true));
        }
    }

    @Test
    void a_port_that_is_as_it_should_be_keeps_everything() {
        Product product = Product.vaccinations("Kept");
        platform.provision(product.sample());

        JsonNode plan = platform.plan(product.sample());

        assertThat(plan.at("/changes/steps").findValuesAsText("action"))
                .isNotEmpty()
                .containsOnly("keep");
        assertThat(plan.at("/changes/schemaBuilds").asInt()).isZero();
        assertThat(plan.at("/schema/role").asText()).isEqualTo(product.prefix() + "role");
        assertThat(platform.planAgain(product.componentId())).isEqualTo(plan);
    }

    @Test
    void columns_that_consumers_lose_are_named_with_what_is_there_now() {
        Product product = Product.invoices("Narrowed");
        platform.provision(product.sample());
        Product narrower = product.with("            - {name: currency, dataType: TEXT}\n", "");

        JsonNode plan = platform.plan(narrower.sample());

        assertThat(plan.at("/changes/columnsLost")).hasToString("[\"currency\"]");
        JsonNode step = step(plan, "hasura");
        assertThat(step.path("action").asText()).isEqualTo("change");
        assertThat(step.at("/before/columns").toString()).contains("currency");
        assertThat(step.at("/after/columns").toString()).doesNotContain("currency");
        assertThat(plan.at("/schema/hiddenColumns").toString()).contains("currency");
    }

    @Test
    void a_name_that_another_port_has_is_an_error_before_anything_is_deployed() {
        Product first = Product.vaccinations("Owner");
        platform.provision(first.sample());
        Product second =
                first.with("urn:dmb:cmp:healthcare:owner:0:hasura-output-port", "urn:dmb:cmp:healthcare:owner:0:other");

        JsonNode plan = platform.plan(second.sample());

        assertThat(plan.path("executable").asBoolean()).isFalse();
        assertThat(plan.path("errors").toString()).contains("belongs to another component");
        assertThat(plan.has("changes")).isFalse();
        assertThat(plan.at("/schema/sdl").asText()).contains(first.select());
    }

    @Test
    void another_type_than_the_contract_promises_is_noticed_and_refused_at_the_provision() {
        Product product =
                Product.invoices("Mistyped").with("{name: due_on, dataType: DATE}", "{name: due_on, dataType: INT}");

        JsonNode verdict = platform.validate(product.sample());
        JsonNode plan = platform.plan(product.sample());
        JsonNode status = platform.failed(platform.startProvision(product.sample()));

        String words = "The data contract promises INT for column due_on, but in finance.invoices it is date.";
        assertThat(verdict.path("valid").asBoolean()).isTrue();
        assertThat(verdict.path("notices").toString()).contains(words);
        assertThat(plan.path("executable").asBoolean()).isFalse();
        assertThat(plan.path("notices").toString()).contains(words);
        assertThat(status.path("result").asText()).contains(words);
    }

    @Test
    void a_source_that_is_down_leaves_the_rest_to_be_told(@TempDir Path tasks) {
        Product product = Product.vaccinations("Unreached");
        Map<String, String> variables = new HashMap<>(world.variables());
        variables.computeIfPresent("POSTGRES_URL", (name, url) -> url.replaceFirst("127.0.0.1:[0-9]+", "127.0.0.1:1"));

        try (OwnService service = OwnService.start(variables, tasks)) {
            JsonNode plan = service.platform().plan(product.sample());

            assertThat(plan.path("executable").asBoolean()).isFalse();
            assertThat(plan.path("notices")).isNotEmpty();
            assertThat(plan.has("schema")).isFalse();
        }
    }

    @Test
    void classified_columns_are_left_out_and_listed(@TempDir Path tasks) {
        Product product = Product.invoices("Classified")
                .with(
                        "{name: customer_id, dataType: TEXT}",
                        "{name: customer_id, dataType: TEXT, tags: [{tagFQN: PII.Sensitive}]}");
        Map<String, String> variables = new HashMap<>(world.variables());
        variables.put("HIDDEN_COLUMN_TAGS", "PII.Sensitive");

        try (OwnService service = OwnService.start(variables, tasks)) {
            JsonNode plan = service.platform().plan(product.sample());

            assertThat(plan.at("/schema/hiddenColumns").toString())
                    .contains("{\"name\":\"customer_id\",\"reason\":\"tagged PII.Sensitive\"}");
            assertThat(plan.at("/schema/sdl").asText()).doesNotContain("customer_id");
        }
    }

    private void isForeseen(Product product) {
        JsonNode plan = platform.plan(product.sample());
        platform.provision(product.sample());
        String role = product.prefix() + "role";

        assertThat(plan.path("schema").isMissingNode())
                .as(plan.toPrettyString())
                .isFalse();
        assertThat(SchemaShape.ofText(plan.at("/schema/sdl").asText(), false))
                .isEqualTo(SchemaShape.ofRole(world.engine(), role, false));
        JsonNode answer =
                world.engine().query(role, plan.at("/schema/exampleQuery").asText());
        assertThat(answer.path("data").iterator().next()).as(answer.toString()).isNotEmpty();
    }

    private static JsonNode step(JsonNode plan, String phase) {
        for (JsonNode step : plan.at("/changes/steps")) {
            if (step.path("phase").asText().equals(phase)) {
                return step;
            }
        }
        throw new AssertionError("no step of " + phase + ": " + plan.toPrettyString());
    }
}
