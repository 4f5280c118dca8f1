package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What catalogues and people write otherwise than we would, and what is said where it does not hold together. */
@ExtendWith(World.Provided.class)
class DescriptorFormsStoryTest {
    private final World world;
    private final Platform platform;

    DescriptorFormsStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
    }

    @Test
    void specific_may_be_one_text_of_the_port_and_of_its_source() {
        Product product = Product.vaccinations("Texts").with("specific:\n", "specific: |\n");

        assertThat(platform.validate(product.sample()).path("valid").asBoolean())
                .isTrue();
        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        platform.unprovision(product.sample());
        assertThat(world.engine().offers(product.customName())).isFalse();
    }

    @Test
    void a_specific_that_is_no_object_is_the_only_thing_wrong() {
        String select = "          customTableName: ";
        Product product = Product.vaccinations("Broken");
        String yaml = product.sample().yaml();
        int begin = yaml.lastIndexOf("        specific:\n", yaml.indexOf(select));
        Product broken = product.with(
                yaml.substring(begin),
                "        specific: '[a'\ncomponentIdToProvision: " + product.componentId() + "\n");

        JsonNode errors = platform.validate(broken.sample()).at("/error/errors");

        assertThat(errors)
                .singleElement()
                .asString()
                .contains(".specific (line ", "specific is text, but must be an object");
    }

    @Test
    void a_custom_view_may_begin_with_a_comment_or_alter_what_is_there() {
        world.snowflake();
        for (String statement : new String[] {
            "-- by place\\ncreate view healthcare.vaccinations_0.vaccinations_clean_view as select 1",
            "/* by place */ create or alter view vaccinations_clean_view as select 1"
        }) {
            Product product = Product.onSnowflake("Commented")
                    .with(
                            "viewName: vaccinations_clean_view\n",
                            "viewName: vaccinations_clean_view\n          customView: \"" + statement + "\"\n");

            assertThat(platform.validate(product.sample()).path("valid").asBoolean())
                    .as(statement)
                    .isTrue();
            platform.provision(product.sample());
            platform.unprovision(product.sample());
        }
    }

    @Test
    void a_key_that_the_table_does_not_have_is_noticed_and_keeps_nobody_from_the_data() {
        world.database("sandbox")
                .run(
                        "drop schema if exists keys cascade",
                        "create schema keys",
                        "create table keys.parts (id int primary key, code text)",
                        "insert into keys.parts values (1, 'a')");
        Product product = Product.over(
                "Keyed", "keys", "parts", "[{name: id}, {name: code, dataType: TEXT, constraint: PRIMARY_KEY}]");
        String words = "The data contract says that the primary key is (code), but table keys.parts has (id).";

        assertThat(platform.validate(product.sample()).path("notices").toString())
                .contains(words);
        assertThat(platform.plan(product.sample()).path("notices").toString()).contains(words);
        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        assertThat(world.consumer("alice").read(product.oneRow("code"))).hasSize(1);
        platform.unprovision(product.sample());
    }
}
