package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A port that changes, and a port that goes. */
@ExtendWith(World.Provided.class)
class ChangeStoryTest {
    private final World world;
    private final Platform platform;

    ChangeStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
    }

    @Test
    void a_renamed_root_field_takes_the_place_of_the_old_one_and_nobody_loses_access() {
        Product product = Product.vaccinations("Renaming");
        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        Product renamed = product.with("select: " + product.select(), "select: " + product.prefix() + "rows");
        platform.provision(renamed.sample());

        Consumer alice = world.consumer("alice");
        assertThat(alice.read("{ %srows(limit: 2) { date } }".formatted(product.prefix())))
                .hasSize(2);
        alice.isRefused(product.oneRow("date"));
        assertThat(world.roleMapper().of(product.componentId()).orElseThrow().rootFields())
                .contains(product.prefix() + "rows")
                .doesNotContain(product.select());
    }

    @Test
    void another_view_takes_the_place_of_the_old_one() {
        Product product = Product.vaccinations("Moving");
        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        platform.provision(
                product.with("schema: healthcare", "schema: healthcare_archive").sample());

        assertThat(world.consumer("alice").read("{ %s_agg { aggregate { count } } }".formatted(product.customName())))
                .hasToString("{\"aggregate\":{\"count\":310}}");
    }

    @Test
    void unprovision_takes_everything_away_and_can_be_repeated() {
        Product product = Product.vaccinations("Leaving");
        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");
        String source =
                world.engine().sourceOf(product.customName()).path("name").asText();

        platform.unprovision(product.sample());

        world.consumer("alice").isRefused(product.oneRow("date"));
        assertThat(world.engine().metadata().path("sources").findValuesAsText("name"))
                .doesNotContain(source);
        assertThat(world.roleMapper().of(product.componentId()).orElseThrow())
                .satisfies(role -> assertThat(role.rootFields()).isEmpty())
                .satisfies(role -> assertThat(role.users()).isEmpty());
        platform.unprovision(product.sample());
    }

    @Test
    void a_port_that_comes_back_is_closed_until_access_is_given_again() {
        Product product = Product.vaccinations("Returning");
        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");
        platform.unprovision(product.sample());

        platform.provision(product.sample());

        world.consumer("alice").isRefused(product.oneRow("date"));
        platform.updateAcl(product.sample(), "user:alice");
        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
    }

    @Test
    void a_port_whose_descriptor_no_longer_fits_the_rules_is_still_removed() {
        Product product = Product.vaccinations("Forgotten");
        platform.provision(product.sample());

        Product renamed = product.with("name: Hasura Output Port", "name: Quite Another Name");
        assertThat(platform.offerProvision(renamed.sample()).status()).isEqualTo(400);
        platform.unprovision(renamed.sample());

        assertThat(world.engine().offers(product.customName())).isFalse();
    }

    @Test
    void the_other_port_of_the_product_stays_when_one_goes() {
        Product invoices = Product.invoices("Staying");
        Product open = Product.openInvoices("Staying");
        platform.provision(invoices.sample());
        platform.provision(open.sample());
        platform.updateAcl(open.sample(), "user:alice");

        platform.unprovision(invoices.sample());

        assertThat(world.engine().offers(invoices.customName())).isFalse();
        assertThat(world.consumer("alice").read(open.oneRow("currency"))).hasSize(1);
    }
}
