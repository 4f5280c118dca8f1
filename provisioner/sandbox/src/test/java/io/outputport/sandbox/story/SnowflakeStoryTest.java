package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A view on Snowflake, from the first validation to its removal. */
@ExtendWith(World.Provided.class)
class SnowflakeStoryTest {
    private final World world;
    private final Platform platform;
    private final Snowflake snowflake;

    SnowflakeStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
        this.snowflake = world.snowflake();
    }

    @AfterEach
    void nobody_was_shown_the_password() {
        snowflake.passwordIsNowhere(world, platform);
    }

    @Test
    void a_descriptor_goes_the_whole_way() {
        Product product = Product.onSnowflake("Vaccinations");

        assertThat(platform.validate(product.sample())).hasToString("{\"valid\":true,\"notices\":[]}");
        platform.provision(product.sample());
        world.consumer("alice").isRefused(product.oneRow("date"));

        platform.updateAcl(product.sample(), "user:alice");
        JsonNode rows = world.consumer("alice")
                .read("{ %s(where: {location_key: {_eq: \"IT\"}, date: {_eq: \"2021-02-03\"}})"
                                .formatted(product.select())
                        + " { date location_key new_vaccine_doses_administered } }");
        assertThat(rows)
                .hasToString("[{\"date\":\"2021-02-03\",\"location_key\":\"IT\","
                        + "\"new_vaccine_doses_administered\":1776}]");
        assertThat(world.consumer("alice").read(product.count())).hasToString("{\"aggregate\":{\"count\":1000}}");
        world.consumer("bob").isRefused(product.oneRow("date"));

        assertThat(world.log()).contains("is tracked as " + product.customName());

        platform.unprovision(product.sample());
        world.consumer("alice").isRefused(product.oneRow("date"));
        assertThat(world.engine().metadata().toString()).doesNotContain("healthcare_vaccinations_0_snowflake_");
    }

    @Test
    void fields_that_snowflake_cannot_have_are_promised_to_nobody() {
        Product product = Product.onSnowflake("Promised");

        JsonNode status = platform.provision(product.sample());

        String absent = product.customName() + "_by_pk";
        assertThat(Platform.messages(status))
                .anyMatch(line -> line.contains("no " + absent))
                .anyMatch(line ->
                        line.contains("no " + product.customName() + "_stream") && line.contains("on PostgreSQL only"));
        assertThat(status.at("/info/publicInfo").toString()).doesNotContain(absent, "_stream");
        assertThat(world.roleMapper().of(product.componentId()).orElseThrow().rootFields())
                .containsExactlyInAnyOrder(product.select(), product.customName() + "_agg");
    }

    @Test
    void hasura_reads_user_and_password_from_its_own_environment() {
        Product product = Product.onSnowflake("Environment");

        platform.provision(product.sample());

        JsonNode configuration = world.engine().sourceOf(product.customName()).path("configuration");
        assertThat(configuration.path("template").asText())
                .contains("{{getEnvironmentVariable(\"SNOWFLAKE_PASSWORD\")}}", "{{$config.schema}}")
                .doesNotContain("HEALTHCARE", "VACCINATIONS_0");
        assertThat(configuration.at("/value/database").asText()).isEqualTo("HEALTHCARE");
        assertThat(configuration.at("/value/schema").asText()).isEqualTo("VACCINATIONS_0");
    }

    @Test
    void an_equal_second_provision_writes_nothing() {
        Product product = Product.onSnowflake("Again");
        platform.provision(product.sample());
        Engine.Stats first = world.engine().stats();

        platform.provision(product.sample());

        assertThat(world.engine().stats()).isEqualTo(first);
    }
}
