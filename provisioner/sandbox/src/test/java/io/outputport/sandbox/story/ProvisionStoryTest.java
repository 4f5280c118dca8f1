package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A descriptor in, a GraphQL output port out. */
@ExtendWith(World.Provided.class)
class ProvisionStoryTest {
    private final World world;
    private final Platform platform;

    ProvisionStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
    }

    @Test
    void a_provisioned_view_is_read_through_graphql() {
        Product product = Product.vaccinations("Reading");

        JsonNode status = platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        assertThat(status.path("logs")).isNotEmpty();
        JsonNode rows = world.consumer("alice")
                .read("{ %s(where: {location_key: {_eq: \"IT\"}, date: {_eq: \"2021-02-03\"}})"
                                .formatted(product.select())
                        + " { date new_vaccine_doses_administered cumulative_vaccine_doses_administered } }");
        assertThat(rows)
                .hasToString("[{\"date\":\"2021-02-03\",\"new_vaccine_doses_administered\":1776,"
                        + "\"cumulative_vaccine_doses_administered\":58335}]");
    }

    @Test
    void totals_are_offered_and_a_view_has_no_field_by_primary_key() {
        Product product = Product.vaccinations("Totals");

        JsonNode info = platform.provision(product.sample()).path("info");
        platform.updateAcl(product.sample(), "user:alice");

        assertThat(info.path("publicInfo").toString())
                .contains(product.select(), product.customName() + "_agg")
                .doesNotContain(product.customName() + "_by_pk");
        assertThat(world.roleMapper().of(product.componentId()).orElseThrow().rootFields())
                .contains(product.select(), product.customName() + "_agg")
                .doesNotContain(product.customName() + "_by_pk");
        assertThat(world.consumer("alice").read("{ %s_agg { aggregate { count } } }".formatted(product.customName())))
                .hasToString("{\"aggregate\":{\"count\":1000}}");
    }

    @Test
    void a_table_is_read_by_its_primary_key_and_a_forbidden_column_name_is_replaced() {
        Product product = Product.invoices("Keys");

        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        JsonNode invoice = world.consumer("alice")
                .read("{ %s_by_pk(invoice_id: \"9007199254741193\") { invoice_id total_amount paid lines } }"
                        .formatted(product.customName()));
        assertThat(invoice)
                .hasToString("{\"invoice_id\":9007199254741193,\"total_amount\":2707.36,\"paid\":false,"
                        + "\"lines\":[{\"pieces\":2,\"article\":\"A-1\"}]}");
    }

    @Test
    void the_first_provision_costs_one_write_and_an_equal_second_one_none() {
        Product product = Product.vaccinations("Twice");
        Engine.Stats before = world.engine().stats();

        platform.provision(product.sample());
        Engine.Stats first = world.engine().stats();
        platform.provision(product.sample());

        assertThat(first.metadataWrites() - before.metadataWrites()).isEqualTo(1);
        assertThat(first.schemaBuilds() - before.schemaBuilds()).isBetween(1, 3);
        assertThat(world.engine().stats()).isEqualTo(first);
    }

    @Test
    void ports_of_one_product_share_their_source() {
        Product invoices = Product.invoices("Sharing");
        Product open = Product.openInvoices("Sharing");

        String first = platform.startProvision(invoices.sample());
        String second = platform.startProvision(open.sample());
        platform.completed(first);
        platform.completed(second);

        Engine engine = world.engine();
        assertThat(engine.sourceOf(invoices.customName()).path("name").asText())
                .startsWith("finance_sharing_1")
                .isEqualTo(engine.sourceOf(open.customName()).path("name").asText());
    }

    @Test
    void metadata_and_status_hold_no_password() {
        Product product = Product.invoices("Secrets");

        JsonNode status = platform.provision(product.sample());

        assertThat(world.engine().metadata().toString()).doesNotContain("sandbox-owner", "sandbox-reader");
        assertThat(status.toString()).doesNotContain("sandbox-owner", "sandbox-reader");
    }

    @Test
    void validation_before_the_table_exists_is_valid_and_provision_then_says_what_is_missing() {
        Product product = Product.vaccinations("Early").with("viewName: vaccinations_clean_view", "viewName: not_yet");

        assertThat(platform.validate(product.sample()).path("valid").asBoolean())
                .isTrue();
        assertThat(platform.validateLater(product.sample()).path("valid").asBoolean())
                .isTrue();
        JsonNode status = platform.failed(platform.startProvision(product.sample()));

        assertThat(status.path("result").asText()).contains("not_yet");
        assertThat(world.engine().offers(product.customName())).isFalse();
    }
}
