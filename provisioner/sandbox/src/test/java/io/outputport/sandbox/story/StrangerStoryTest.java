package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who knows Hasura and not this service works by hand beside it. */
@ExtendWith(World.Provided.class)
class StrangerStoryTest {
    private static final String CUSTOMERS = """
            {"type":"pg_track_table","args":{"source":"stranger","table":{"schema":"finance","name":"customers"},
              "configuration":{"custom_name":"stranger_customers"}}}""";
    private static final String INVOICES = """
            {"type":"pg_track_table","args":{"source":"stranger","table":{"schema":"finance","name":"invoices"},
              "configuration":{"custom_name":"stranger_invoices","column_config":{"total-amount":{"custom_name":"total"}}}}}""";
    private static final String NESTED = """
            { stranger_customers(where: {invoices: {invoice_id: {_eq: 60}}}) {
                name country invoices(where: {invoice_id: {_lte: 60}}) { total customer { name } } } }""";

    private final Engine engine;
    private final World world;

    StrangerStoryTest(World world) {
        this.world = world;
        this.engine = world.engine();
    }

    @BeforeEach
    void add_a_source_and_track_two_tables_with_relationships() {
        engine.operation("""
                {"type":"pg_add_source","args":{"name":"stranger","configuration":{
                  "connection_info":{"database_url":{"from_env":"SANDBOX_DATABASE_URL"}}}}}""");
        engine.operation("{\"type\":\"bulk\",\"args\":[" + CUSTOMERS + "," + INVOICES + "]}");
        engine.operation("""
                {"type":"bulk_atomic","args":[
                  {"type":"pg_create_object_relationship","args":{"source":"stranger","name":"customer",
                    "table":{"schema":"finance","name":"invoices"},"using":{"foreign_key_constraint_on":"customer_id"}}},
                  {"type":"pg_create_array_relationship","args":{"source":"stranger","name":"invoices",
                    "table":{"schema":"finance","name":"customers"},"using":{"foreign_key_constraint_on":
                      {"table":{"schema":"finance","name":"invoices"},"column":"customer_id"}}}}]}""");
        grant("stranger_clerk", "customers", "{\"columns\":[\"name\",\"country\"],\"filter\":{}}");
        grant("stranger_clerk", "invoices", "{\"columns\":[\"invoice_id\",\"total-amount\"],\"filter\":{}}");
        grant("stranger_guest", "customers", "{\"columns\":[\"country\"],\"filter\":{\"country\":{\"_eq\":\"IT\"}}}");
    }

    @AfterEach
    void leave() {
        engine.operation("{\"type\":\"pg_drop_source\",\"args\":{\"name\":\"stranger\"}}");
        engine.settings("{\"downSources\":[]}");
    }

    @Test
    void three_roles_see_three_schemas() {
        JsonNode whole = engine.query("admin", NESTED).at("/data/stranger_customers/0");
        assertThat(whole.path("name").asText()).isEqualTo("Customer 1");
        assertThat(whole.path("invoices")).hasSize(1);
        assertThat(whole.at("/invoices/0/customer/name")).isEqualTo(whole.path("name"));

        assertThat(engine.query("stranger_clerk", NESTED)).isEqualTo(engine.query("admin", NESTED));

        assertThat(error("stranger_guest", NESTED))
                .isEqualTo("field 'invoices' not found in type: 'stranger_customers_bool_exp'");
        assertThat(engine.query("stranger_guest", "{ stranger_customers(distinct_on: country) { country } }")
                        .toString())
                .isEqualTo("{\"data\":{\"stranger_customers\":[{\"country\":\"IT\"}]}}");
    }

    @Test
    void a_source_that_breaks_takes_its_fields_along_and_neither_stops_nor_is_touched_by_a_provision() {
        JsonNode before = engine.metadata();
        engine.settings("{\"downSources\":[\"stranger\"]}");
        reload();

        assertThat(error("stranger_clerk", NESTED))
                .isEqualTo("field 'stranger_customers' not found in type: 'query_root'");
        assertThat(engine.operation("{\"type\":\"get_inconsistent_metadata\",\"args\":{}}")
                        .findValuesAsText("name"))
                .contains("source stranger");

        Product product = Product.vaccinations("Neighbour");
        world.platform().provision(product.sample());
        assertThat(engine.offers(product.customName())).isTrue();
        assertThat(source("stranger", engine.metadata())).isEqualTo(source("stranger", before));

        engine.settings("{\"downSources\":[]}");
        reload();

        assertThat(engine.query("stranger_clerk", NESTED).at("/data/stranger_customers"))
                .hasSize(1);
    }

    private void grant(String role, String table, String permission) {
        engine.operation("""
                {"type":"pg_create_select_permission","args":{"source":"stranger","role":"%s",
                  "table":{"schema":"finance","name":"%s"},"permission":%s}}""".formatted(role, table, permission));
    }

    private void reload() {
        engine.operation("""
                {"type":"reload_metadata","args":{"reload_remote_schemas":false,"reload_sources":["stranger"]}}""");
    }

    private String error(String role, String query) {
        return engine.query(role, query).at("/errors/0/message").asText();
    }

    private static JsonNode source(String name, JsonNode metadata) {
        for (JsonNode source : metadata.path("sources")) {
            if (source.path("name").asText().equals(name)) {
                return source;
            }
        }
        return metadata.path("there is none");
    }
}
