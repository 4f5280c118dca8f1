package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ports of one product share a source, keep apart in two, and leave none behind. */
@ExtendWith(World.Provided.class)
class SnowflakeSourcesStoryTest {
    private static final String ALL = "{\"aggregate\":{\"count\":1000}}";
    private static final String ITALY = "{\"aggregate\":{\"count\":100}}";
    private static final String IS_ITALY = "\"LOCATION_KEY\" = 'IT'";

    private final World world;
    private final Platform platform;
    private final Snowflake snowflake;
    private final Database healthcare;

    SnowflakeSourcesStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
        this.snowflake = world.snowflake();
        this.healthcare = world.database("HEALTHCARE");
    }

    @AfterEach
    void nobody_was_shown_the_password() {
        snowflake.passwordIsNowhere(world, platform);
    }

    @Test
    void the_source_goes_with_the_last_port_in_it() {
        healthcare.view("KEEPING_0", "CURRENT_VIEW", "*", "true");
        healthcare.view("KEEPING_0", "ARCHIVE_VIEW", "*", IS_ITALY);
        Product current = keeping(Product.onSnowflake("Keeping"), "current_view");
        Product archive = keeping(Product.archiveOnSnowflake("Keeping"), "archive_view");
        platform.provision(current.sample());
        platform.provision(archive.sample());
        platform.updateAcl(archive.sample(), "user:alice");
        JsonNode source = world.engine().sourceOf(archive.customName()).path("name");
        assertThat(world.engine().sourceOf(current.customName()).path("name")).isEqualTo(source);

        platform.unprovision(current.sample());

        assertThat(world.engine().sourceOf(archive.customName()).path("name")).isEqualTo(source);
        assertThat(world.consumer("alice").read(archive.count())).hasToString(ITALY);

        platform.unprovision(archive.sample());

        assertThat(world.engine().metadata().toString()).doesNotContain(source.asText());
    }

    @Test
    void equally_named_views_of_two_schemas_never_mix() {
        healthcare.view("MIXING_1", "VACCINATIONS_CLEAN_VIEW", "*", IS_ITALY);
        Product all = Product.onSnowflake("Mixing");
        Product italy = Product.archiveOnSnowflake("Mixing").with("schema: VACCINATIONS_0", "schema: MIXING_1");
        String first = platform.startProvision(all.sample());
        String second = platform.startProvision(italy.sample());
        platform.completed(first);
        platform.completed(second);
        platform.updateAcl(all.sample(), "user:alice");
        platform.updateAcl(italy.sample(), "user:alice");

        Consumer alice = world.consumer("alice");

        assertThat(alice.read(all.count())).hasToString(ALL);
        assertThat(alice.read(italy.count())).hasToString(ITALY);
        assertThat(world.engine().tableOf(all.customName()).path("table"))
                .hasToString("[\"HEALTHCARE\",\"VACCINATIONS_0\",\"VACCINATIONS_CLEAN_VIEW\"]");
        assertThat(world.engine().tableOf(italy.customName()).path("table"))
                .hasToString("[\"HEALTHCARE\",\"MIXING_1\",\"VACCINATIONS_CLEAN_VIEW\"]");
    }

    @Test
    void two_ports_over_the_same_view_have_a_source_each() {
        Product one = Product.onSnowflake("Twins");
        Product other = Product.archiveOnSnowflake("Twins");
        platform.provision(one.sample());
        platform.provision(other.sample());
        platform.updateAcl(other.sample(), "user:alice");
        String first = sourceName(one);
        assertThat(sourceName(other)).isEqualTo(first + "_hasuraarchiveport");

        platform.unprovision(one.sample());

        assertThat(world.engine().metadata().path("sources").findValuesAsText("name"))
                .contains(first + "_hasuraarchiveport")
                .doesNotContain(first);
        assertThat(world.consumer("alice").read(other.count())).hasToString(ALL);
    }

    @Test
    void a_port_that_moves_to_another_schema_leaves_nothing_in_the_old_one() {
        healthcare.view("MOVED_0", "VACCINATIONS_CLEAN_VIEW", "*", IS_ITALY);
        Product product = Product.onSnowflake("Wandering");
        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");
        String before = sourceName(product);

        platform.provision(
                product.with("schema: VACCINATIONS_0", "schema: MOVED_0").sample());

        assertThat(world.consumer("alice").read(product.count())).hasToString(ITALY);
        assertThat(world.engine().metadata().path("sources").findValuesAsText("name"))
                .contains(sourceName(product))
                .doesNotContain(before);
    }

    private String sourceName(Product product) {
        return world.engine().sourceOf(product.customName()).path("name").asText();
    }

    private static Product keeping(Product product, String view) {
        return product.with("schema: VACCINATIONS_0", "schema: KEEPING_0")
                .with("viewName: vaccinations_clean_view", "viewName: " + view);
    }
}
