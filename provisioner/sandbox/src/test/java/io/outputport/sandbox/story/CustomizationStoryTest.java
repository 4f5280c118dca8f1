package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sources of Hasura whose customization changes the names in them. */
@ExtendWith(World.Provided.class)
class CustomizationStoryTest {
    private final World world;
    private final Engine engine;
    private final Platform platform;

    CustomizationStoryTest(World world) {
        this.world = world;
        this.engine = world.engine();
        this.platform = world.platform();
    }

    @AfterEach
    void leave() {
        for (JsonNode source : engine.metadata().path("sources")) {
            String name = source.path("name").asText();
            if (name.equals("spaced") || name.equals("healthcare_prefixed_0")) {
                engine.operation("{\"type\":\"pg_drop_source\",\"args\":{\"name\":\"" + name + "\"}}");
            }
        }
    }

    @Test
    void an_older_source_with_a_prefix_is_left_alone_and_the_port_gets_its_own() {
        Product product = Product.vaccinations("Prefixed");
        addSource("healthcare_prefixed_0", "{\"root_fields\":{\"prefix\":\"pre_\"}}");

        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        assertThat(engine.sourceOf(product.customName()).path("name").asText())
                .startsWith("healthcare_prefixed_0_postgres_");
        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        platform.unprovision(product.sample());
    }

    @Test
    void a_live_port_whose_source_got_a_prefix_is_refused_with_the_reason_and_left_as_it_is() {
        Product product = Product.vaccinations("LatePrefix");
        platform.provision(product.sample());
        String source = engine.sourceOf(product.customName()).path("name").asText();
        engine.operation("{\"type\":\"pg_update_source\",\"args\":{\"name\":\"" + source
                + "\",\"customization\":{\"root_fields\":{\"prefix\":\"pre_\"}}}}");
        JsonNode metadata = engine.metadata();

        JsonNode verdict = platform.validate(product.sample());
        JsonNode plan = platform.plan(product.sample());
        JsonNode status = platform.failed(platform.startProvision(product.sample()));

        String words = "Source " + source + " in Hasura has a customization: root fields become pre_….";
        assertThat(verdict.path("valid").asBoolean()).isFalse();
        assertThat(verdict.at("/error/errors").toString()).contains(words);
        assertThat(plan.path("errors").toString()).contains(words);
        assertThat(status.path("result").asText()).contains(words);
        assertThat(engine.metadata()).isEqualTo(metadata);
        platform.unprovision(product.sample());
        assertThat(engine.offers(product.customName())).isFalse();
    }

    @Test
    void names_in_a_namespace_of_others_are_free() {
        Product product = Product.vaccinations("Free");
        addSource("spaced", "{\"root_fields\":{\"namespace\":\"others\"},\"type_names\":{\"prefix\":\"o_\"}}");
        engine.operation("""
                {"type":"pg_track_table","args":{"source":"spaced","table":{"schema":"finance","name":"customers"},
                  "configuration":{"custom_name":"%s","custom_root_fields":{"select":"%s"}}}}""".formatted(product.customName(), product.select()));

        assertThat(platform.validate(product.sample()).path("valid").asBoolean())
                .isTrue();
        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        platform.unprovision(product.sample());
    }

    private void addSource(String name, String customization) {
        engine.operation("""
                {"type":"pg_add_source","args":{"name":"%s","configuration":{
                  "connection_info":{"database_url":{"from_env":"SANDBOX_DATABASE_URL"}}},"customization":%s}}""".formatted(name, customization));
    }
}
