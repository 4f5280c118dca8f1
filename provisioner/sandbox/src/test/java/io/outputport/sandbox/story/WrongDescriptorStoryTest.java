package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Reply;
import io.outputport.sandbox.testing.Sample;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample that is wrong is answered with the reason, and never with work or a fault of the service. */
@ExtendWith(World.Provided.class)
class WrongDescriptorStoryTest {
    /** A word that the first reader of the message needs; where there is none, any sentence will do. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("missing-field", "selectAggregate"),
            Map.entry("wrong-prefix", "finance_orders_0_ordersapi_"),
            Map.entry("illegal-name", "selectByPk"),
            Map.entry("equal-names", "selectAggregate"),
            Map.entry("no-dependency", "dependsOn"),
            Map.entry("unknown-dependency", "nowhere"),
            Map.entry("unsupported-technology", "S3"),
            Map.entry("unknown-component", "forgotten-api"),
            Map.entry("not-a-graphql-port", "Hasura"),
            Map.entry("unlisted-database", "warehouse"),
            Map.entry("login-in-a-name", ""),
            Map.entry("template-in-a-name", "schema"),
            Map.entry("duplicate-key", "name"),
            Map.entry("java-tag", "tag"),
            Map.entry("data-product", "componentIdToProvision"),
            Map.entry("not-yaml", "line"),
            Map.entry("a-list", ""),
            Map.entry("alias-bomb", ""),
            Map.entry("deep-nesting", ""),
            Map.entry("no-components", "must be a list"),
            Map.entry("misspelt-kind", "Did you mean outputport?"));

    private final Platform platform;
    private final Http provisioner;

    WrongDescriptorStoryTest(World world) {
        this.platform = world.platform();
        this.provisioner = Http.to(world.provisioner());
    }

    @ParameterizedTest
    @MethodSource("names")
    void validation_says_what_is_wrong_with(String file) {
        JsonNode verdict = platform.validate(Sample.of(file));

        assertThat(verdict.path("valid").asBoolean()).isFalse();
        assertThat(verdict.at("/error/errors")).isNotEmpty();
        assertThat(verdict.at("/error/errors").toString()).contains(words(file)).doesNotContain("Exception");
    }

    @ParameterizedTest
    @MethodSource("names")
    void provision_is_refused_for(String file) {
        Reply reply = platform.offerProvision(Sample.of(file));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().path("errors")).isNotEmpty();
        assertThat(reply.json().path("userMessage").asText()).isNotBlank();
        assertThat(reply.json().at("/moreInfo/problems")).isNotEmpty();
        assertThat(reply.body()).contains(words(file)).doesNotContain("Exception");
    }

    @ParameterizedTest
    @MethodSource("names")
    void asynchronous_validation_accepts_and_then_says_what_is_wrong_with(String file) {
        JsonNode verdict = platform.validateLater(Sample.of(file));

        assertThat(verdict.path("valid").asBoolean()).isFalse();
        assertThat(verdict.at("/error/errors").toString()).contains(words(file));
    }

    @Test
    void an_id_that_no_table_can_hold_is_refused() {
        String id = "x".repeat(1000);
        Sample sample = Sample.of("invoices-postgres.yaml").with("invoices:1:invoices-api", "invoices:1:" + id);

        assertThat(platform.offerProvision(sample).status()).isEqualTo(400);
        assertThat(platform.offerAcl(sample, "user:alice").status()).isEqualTo(400);
        assertThat(platform.validateLater(sample).isMissingNode()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/provision,DATAPRODUCT_DESCRIPTOR",
        "/v1/provision,COMPONENT",
        "/v1/unprovision,DATAPRODUCT_DESCRIPTOR",
        "/v1/unprovision,DATAPRODUCT_DESCRIPTOR_WITH_RESULTS",
        "/v1/unprovision,COMPONENT",
        "/v1/unprovision,''"
    })
    void a_descriptor_of_another_kind_is_refused_by_its_kind(String path, String kind) {
        Sample sample = Sample.of("invoices-postgres.yaml");

        Reply reply = provisioner.post(
                path, sample.request().put("descriptorKind", kind).toString());

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().path("inputErrorField").asText()).isEqualTo("descriptorKind");
        assertThat(reply.json().path("userMessage").asText()).contains("COMPONENT_DESCRIPTOR");
    }

    @Test
    void every_wrong_sample_has_its_words() {
        Set<String> named = new HashSet<>();
        names().forEach(file -> named.add(name(file)));

        assertThat(named).isEqualTo(WORDS.keySet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_right_samples_are_valid(String file) {
        // Snowflake and Delta Sharing come with their own stories.
        if (!file.contains("snowflake") && !file.contains("delta")) {
            JsonNode verdict = platform.validate(Sample.of(file));

            assertThat(verdict.path("valid").asBoolean()).as(verdict.toString()).isTrue();
        }
    }

    private static String words(String file) {
        return WORDS.getOrDefault(name(file), "");
    }

    private static String name(String file) {
        return file.substring(file.indexOf('/') + 1).replace(".yaml", "");
    }

    private static Iterable<String> names() {
        return Sample.names("wrong");
    }

    private static Iterable<String> samples() {
        return Sample.names("");
    }
}
