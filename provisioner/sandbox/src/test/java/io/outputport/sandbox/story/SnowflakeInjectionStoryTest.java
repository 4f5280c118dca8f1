package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.outputport.sandbox.testing.Reply;
import io.outputport.sandbox.testing.Sample;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What would change a login, or read a secret, is refused by its field's name and reaches no neighbour. */
@ExtendWith(World.Provided.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnowflakeInjectionStoryTest {
    private static final String MARK = "intruder";
    private static final List<String> ATTEMPTS = List.of(
            MARK + "&role=ACCOUNTADMIN",
            MARK + "%26role=ACCOUNTADMIN",
            MARK + "?user=x#y",
            MARK + "{{getEnvironmentVariable(\"SNOWFLAKE_PASSWORD\")}}",
            MARK + "{{$env.SNOWFLAKE_PASSWORD}}",
            MARK + "}",
            MARK + "\"",
            MARK + "'",
            MARK + "`",
            MARK + "\\",
            MARK + "\n&role=ACCOUNTADMIN",
            MARK + "\u0000",
            MARK + "\u2028x",
            MARK + "; drop view x");

    private static final String PLACE = "          database: HEALTHCARE\n          schema: VACCINATIONS_0\n";

    private final World world;
    private final Wire hasura;
    private final Wire roleMapper;
    private final Wire snowflake;
    private OwnService service;

    SnowflakeInjectionStoryTest(World world) {
        this.world = world;
        world.snowflake();
        this.hasura = Wire.to(variable("HASURA_URL"));
        this.roleMapper = Wire.to(variable("ROLE_MAPPER_URL"));
        this.snowflake = Wire.to(variable("SNOWFLAKE_HOST"));
    }

    @BeforeAll
    void start(@TempDir Path tasks) {
        Map<String, String> variables = new HashMap<>(world.variables());
        variables.put("HASURA_URL", hasura.url());
        variables.put("ROLE_MAPPER_URL", roleMapper.url());
        variables.put("SNOWFLAKE_HOST", snowflake.url());
        service = OwnService.start(variables, tasks);
    }

    @AfterAll
    void stop() {
        service.close();
        Stream.of(hasura, roleMapper, snowflake).forEach(Wire::close);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void is_refused_before_anybody_is_asked(String field, Sample sample) {
        int before = requests().size();

        Reply reply = service.platform().offerProvision(sample);
        JsonNode verdict = service.platform().validate(sample);
        JsonNode later = service.platform().validateLater(sample);

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().path("errors").toString())
                .contains("specific." + field)
                .doesNotContain("Exception");
        assertThat(reply.json().at("/moreInfo/problems").toString()).contains(field);
        assertThat(verdict.path("valid").asBoolean()).isFalse();
        assertThat(verdict.at("/error/errors").toString()).contains("specific." + field);
        assertThat(later.at("/error/errors").toString()).contains("specific." + field);
        assertThat(requests()).hasSize(before);
    }

    @Test
    void a_name_made_from_the_data_product_is_told_as_such() {
        Product product = Product.onSnowflake("Made").with(PLACE, "").with("    name: Made\n", "    name: Made%\n");

        Reply reply = service.platform().offerProvision(product.sample());

        assertThat(reply.json().path("errors").toString())
                .contains(
                        "The name for schema contains the character % (U+0025)",
                        "made from the data product; add schema to specific");
    }

    @Test
    void a_removal_with_such_a_descriptor_does_its_work_and_repeats_nothing_of_it() {
        Product product = Product.onSnowflake("Injected");
        // The service of the world made it; its own account is not behind a wire.
        world.platform().provision(product.sample());
        Sample sample = product.sample().with("schema: VACCINATIONS_0", "schema: " + yaml(ATTEMPTS.get(3)));

        service.platform().updateAcl(sample, "user:alice");
        service.platform().unprovision(sample);

        assertThat(world.engine().offers(product.customName())).isFalse();
        assertThat(requests()).isNotEmpty().noneMatch(request -> request.contains(MARK));
    }

    @Test
    void an_id_with_the_characters_of_a_url_stays_one_id() {
        String id = "x?admin=true&y=%2F../z#{{$env.A}}";
        Product product = Product.onSnowflake("Encoded").with("hasura-output-port", id);
        String component = "urn:dmb:cmp:healthcare:encoded:0:" + id;

        world.platform().provision(product.sample());
        world.platform().updateAcl(product.sample(), "user:alice");

        assertThat(world.roleMapper().of(component).orElseThrow().users()).containsExactly("user:alice");
        assertThat(world.consumer("alice").read(product.oneRow("date"))).hasSize(1);

        world.platform().unprovision(product.sample());
        assertThat(world.roleMapper().of(component).orElseThrow().users()).isEmpty();
        assertThat(world.engine().offers(product.customName())).isFalse();
    }

    /** Each attempt in each field that names an object of the account, and in what makes the names of those left out. */
    static Stream<Arguments> attempts() {
        Product product = Product.onSnowflake("Injection");
        return ATTEMPTS.stream()
                .map(SnowflakeInjectionStoryTest::yaml)
                .flatMap(attempt -> Stream.of(
                        Arguments.of(
                                "database",
                                product.with("database: HEALTHCARE", "database: " + attempt)
                                        .sample()),
                        Arguments.of(
                                "schema",
                                product.with("schema: VACCINATIONS_0", "schema: " + attempt)
                                        .sample()),
                        Arguments.of(
                                "viewName",
                                product.with("viewName: vaccinations_clean_view", "viewName: " + attempt)
                                        .sample()),
                        Arguments.of("customView", customView(product, attempt)),
                        Arguments.of(
                                "database",
                                product.with(PLACE, "")
                                        .with("domain: healthcare", "domain: " + attempt)
                                        .sample()),
                        Arguments.of(
                                "schema",
                                product.with(PLACE, "")
                                        .with("    name: Injection\n", "    name: " + attempt + "\n")
                                        .sample()),
                        Arguments.of(
                                "schema",
                                product.with(PLACE, "")
                                        .with("version: 0.1.0", "version: " + attempt)
                                        .sample())));
    }

    private static Sample customView(Product product, String attempt) {
        return product.with(
                        "viewName: vaccinations_clean_view\n",
                        "viewName: vaccinations_clean_view\n          customView: " + attempt + "\n")
                .sample();
    }

    /** In double quotes, where YAML takes every character. */
    private static String yaml(String text) {
        return TextNode.valueOf(text).toString().replace("\u2028", "\\u2028");
    }

    /** But for the looks at the neighbours' health, which come in their own time. */
    private List<String> requests() {
        return Stream.of(hasura, roleMapper, snowflake)
                .flatMap(wire -> wire.requests().stream())
                .filter(request -> !request.contains("/healthz") && !request.contains("no-role-of-this-name"))
                .toList();
    }

    private String variable(String name) {
        return world.variables().getOrDefault(name, "");
    }
}
