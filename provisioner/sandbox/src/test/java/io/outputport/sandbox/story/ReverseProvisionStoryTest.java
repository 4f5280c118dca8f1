package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.testing.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What exists finds its way into the catalog. */
@ExtendWith(World.Provided.class)
class ReverseProvisionStoryTest {
    private static final String SCHEMA = "spec.mesh.dataContract.schema";
    private static final Map<String, String> INVOICES =
            Map.of("technology", "PostgreSQL", "schema", "finance", "table", "invoices");

    private final World world;

    @TempDir
    private Path tasks;

    ReverseProvisionStoryTest(World world) {
        this.world = world;
    }

    @Test
    void a_postgresql_table_tells_types_sizes_constraints_and_comments() {
        JsonNode status = completed(world.platform().reverse(request(INVOICES)));

        assertThat(status.path("updates").properties()).hasSize(1);
        assertThat(column(status, "invoice_id")).hasToString("""
                {"name":"invoice_id","dataType":"BIGINT","constraint":"PRIMARY_KEY",\
                "description":"Some are beyond what a JavaScript number can hold"}""");
        assertThat(column(status, "total-amount")).hasToString("""
                {"name":"total-amount","dataType":"NUMERIC","precision":14,"scale":2,"constraint":"NOT_NULL"}""");
        assertThat(Platform.messages(status)).anyMatch(line -> line.contains("finance.invoices with 8 columns"));
    }

    @Test
    void a_snowflake_view_is_found_in_whatever_letter_case() {
        world.snowflake();
        JsonNode status = completed(world.platform()
                .reverse(request(Map.of(
                        "technology", "snowflake",
                        "database", "healthcare",
                        "schema", "vaccinations_0",
                        "viewName", "vaccinations_clean"))));

        assertThat(column(status, "DATE")).hasToString("""
                {"name":"DATE","dataType":"DATE","constraint":"PRIMARY_KEY"}""");
        assertThat(column(status, "NEW_PERSONS_VACCINATED")).hasToString("""
                {"name":"NEW_PERSONS_VACCINATED","dataType":"NUMBER","precision":38,"scale":0}""");
        assertThat(Platform.messages(status))
                .anyMatch(line -> line.contains("HEALTHCARE.VACCINATIONS_0.VACCINATIONS_CLEAN"));
    }

    @Test
    void a_table_of_hasura_tells_its_names_too_and_nothing_is_written() {
        Product product = Product.invoices("Reversed");
        world.platform().provision(product.sample());
        JsonNode before = world.engine().metadata();

        JsonNode status = completed(world.platform().reverse(request(Map.of("customName", product.customName()))));

        assertThat(status.path("updates")
                        .path("spec.mesh.specific.customTableName")
                        .asText())
                .isEqualTo(product.customName());
        assertThat(status.path("updates").path("spec.mesh.specific.select").asText())
                .isEqualTo(product.select());
        assertThat(column(status, "invoice_id").path("dataType").asText()).isEqualTo("BIGINT");
        assertThat(status.path("updates").path(SCHEMA).toString())
                .as("consumers see total_amount, but the next provision looks for the column")
                .contains("\"total-amount\"");
        assertThat(world.engine().metadata()).isEqualTo(before);
    }

    @Test
    void what_people_wrote_in_the_catalog_stays() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("useCaseTemplateId", "urn:dmb:utm:hasura:0.0.0").put("environment", "development");
        INVOICES.forEach(request.putObject("params")::put);
        ObjectNode column = request.putObject("catalogInfo")
                .withObject("/spec/mesh/dataContract")
                .putArray("schema")
                .addObject();
        column.put("name", "currency").put("dataType", "CHAR").put("description", "ISO 4217");

        JsonNode status = completed(world.platform().reverse(request.toString()));

        assertThat(column(status, "currency")).hasToString("""
                {"name":"currency","dataType":"TEXT","description":"ISO 4217","constraint":"NOT_NULL"}""");
        assertThat(Platform.messages(status)).anyMatch(line -> line.contains("currency (CHAR is TEXT)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres  |            | finance        | invoces          | Write invoices if that is meant.
            postgres  |            | finanse        | invoices         | write finance if that is meant
            postgres  |            | finance        | INVOICES         | Letter case counts
            snowflake | HEALTHCARE | VACCINATIONS_0 | VACCINATIONS_CLEEN | Write VACCINATIONS_CLEAN if that is meant.
            snowflake | SECRETS    | S              | V                | has no database SECRETS that the provisioner's role
            """)
    void what_is_not_there_or_not_ours_ends_with_the_words_to_write(
            String technology, String database, String schema, String name, String words) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.put("technology", technology)
                .put("database", database)
                .put("schema", schema)
                .put("view", name);
        if (technology.equals("snowflake")) {
            world.snowflake();
        }

        JsonNode status = world.platform().reverse(request(params));

        assertThat(status.path("status").asText()).isEqualTo("FAILED");
        assertThat(status.path("updates").isEmpty()).isTrue();
        assertThat(Platform.messages(status))
                .anyMatch(line -> line.contains(words))
                .noneMatch(line -> line.contains("Exception"));
    }

    @Test
    void a_table_that_hasura_does_not_track_ends_with_the_one_that_was_probably_meant() {
        Product product = Product.invoices("Nearly");
        world.platform().provision(product.sample());

        JsonNode status = world.platform().reverse(request(Map.of("customName", product.customName() + "x")));

        assertThat(status.path("status").asText()).isEqualTo("FAILED");
        assertThat(Platform.messages(status))
                .anyMatch(line -> line.contains("Write " + product.customName() + " if that is meant."));
    }

    @Test
    void a_database_that_is_not_served_is_refused_at_once() {
        Reply reply = world.platform()
                .offerReverse(request(
                        Map.of("technology", "postgres", "database", "payroll", "schema", "s", "view", "{{v}}")));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("inputErrorField").asText()).isEqualTo("params.view");
        Reply legal = world.platform()
                .offerReverse(
                        request(Map.of("technology", "postgres", "database", "payroll", "schema", "s", "view", "v")));
        assertThat(legal.json().path("userMessage").asText())
                .startsWith("params.database: The database \"payroll\" is not one that this provisioner serves.");
    }

    @Test
    void a_source_that_is_down_is_asked_again_also_after_a_restart() {
        Map<String, String> variables = world.variables();
        Map<String, String> down = world.variables();
        down.put("POSTGRES_URL", variables.getOrDefault("POSTGRES_URL", "").replaceFirst("//[^/]+/", "//127.0.0.1:9/"));
        String token;
        try (OwnService service = OwnService.start(down, tasks)) {
            token = service.platform().accepted(service.platform().offerReverse(request(INVOICES)));
            JsonNode waiting = await().until(
                            () -> service.platform().reverseStatus(token),
                            it -> !Platform.messages(it).isEmpty());
            assertThat(waiting.path("status").asText()).isEqualTo("RUNNING");
        }

        try (OwnService service = OwnService.start(variables, tasks)) {
            completed(service.platform().reverseEnded(token));
        }
    }

    private static JsonNode completed(JsonNode status) {
        assertThat(status.path("status").asText()).as(status.toPrettyString()).isEqualTo("COMPLETED");
        return status;
    }

    private static JsonNode column(JsonNode status, String name) {
        for (JsonNode column : status.path("updates").path(SCHEMA)) {
            if (column.path("name").asText().equals(name)) {
                return column;
            }
        }
        throw new AssertionError("no column " + name + " in " + status);
    }

    private static String request(Map<String, String> params) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        params.forEach(json::put);
        return request(json);
    }

    private static String request(ObjectNode params) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("useCaseTemplateId", "urn:dmb:utm:hasura-output-port-template:0.0.0")
                .put("environment", "development")
                .<ObjectNode>set("params", params)
                .toString();
    }
}
