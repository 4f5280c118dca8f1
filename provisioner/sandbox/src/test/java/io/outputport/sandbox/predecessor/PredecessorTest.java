package io.outputport.sandbox.predecessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.EngineSettings;
import io.outputport.engine.HasuraEngine;
import io.outputport.engine.graphql.GraphqlEngine;
import io.outputport.sandbox.predecessor.OldPort.Roots;
import io.outputport.sandbox.rolemapper.RoleMapper;
import io.outputport.sandbox.testing.Http;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PredecessorTest {
    private static final String SECRET = "predecessor-secret";
    private static EmbeddedPostgres database;

    private HasuraEngine engine;
    private RoleMapper roleMapper;
    private Http hasura;
    private Predecessor predecessor;

    @BeforeAll
    static void startDatabase() throws IOException, SQLException {
        database = EmbeddedPostgres.start();
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE one (id int PRIMARY KEY)");
            statement.execute("CREATE TABLE two (id int PRIMARY KEY)");
        }
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        database.close();
    }

    @BeforeEach
    void start() throws IOException {
        roleMapper = RoleMapper.start(0);
        engine = HasuraEngine.start(
                0,
                EngineSettings.of(SECRET).withWebhook(roleMapper.url().resolve("/v1/authenticate")),
                GraphqlEngine::new);
        hasura = Http.to(engine.url(), Map.of("X-Hasura-Admin-Secret", SECRET));
        predecessor = new Predecessor(engine.url(), SECRET, roleMapper.url());
    }

    @AfterEach
    void stop() {
        engine.close();
        roleMapper.close();
    }

    @Test
    void a_port_costs_three_builds_and_three_writes_and_every_further_one_of_the_product_three_requests_too() {
        predecessor.provision(port("one"));
        assertThat(stats("schemaBuilds")).isEqualTo(3);
        assertThat(stats("metadataWrites")).isEqualTo(3);

        // Its source is there already, which is refused before anything is built.
        predecessor.provision(port("two"));
        assertThat(stats("schemaBuilds")).isEqualTo(5);
    }

    @Test
    void it_writes_what_a_descriptor_says_and_grants_no_aggregates() {
        predecessor.provision(port("one"));

        JsonNode table = export().at("/sources/0/tables/0");
        assertThat(table.at("/configuration/custom_name").asText()).isEqualTo("d_p_0_o_one");
        assertThat(table.at("/configuration/custom_root_fields").toString())
                .isEqualTo("{\"select\":\"d_p_0_o_one_select\",\"select_by_pk\":\"d_p_0_o_one_by_pk\","
                        + "\"select_aggregate\":\"d_p_0_o_one_agg\"}");
        assertThat(table.at("/apollo_federation_config/enable").asText()).isEqualTo("v1");
        assertThat(table.at("/select_permissions/0").toString())
                .isEqualTo("{\"role\":\"d_p_0_o_one_role\",\"permission\":{\"columns\":\"*\",\"filter\":{}}}");
        assertThat(role().path("graphql_root_field_names")).hasSize(4);
    }

    @Test
    void a_second_provision_changes_nothing_even_where_the_port_has_changed() {
        predecessor.provision(port("one"));
        JsonNode before = export();

        predecessor.provision(port("one", "d_p_0_o_other"));

        assertThat(export()).isEqualTo(before);
    }

    @Test
    void an_unprovisioned_port_leaves_its_source_and_its_users_who_come_back_with_it() {
        OldPort port = port("one");
        predecessor.provision(port);
        predecessor.updateAcl(port, List.of("user:alice", "group:analysts", "role:none"));
        assertThat(read("alice")).contains("\"data\"");

        predecessor.unprovision(port);
        predecessor.unprovision(port);

        assertThat(export().at("/sources/0/tables")).isEmpty();
        assertThat(read("alice")).contains("not found in type");
        assertThat(role().path("users").toString()).isEqualTo("[\"user:alice\"]");
        assertThat(role().path("groups").toString()).isEqualTo("[\"group:analysts\"]");

        predecessor.provision(port);
        assertThat(read("alice")).contains("\"data\"");
    }

    @Test
    void what_is_refused_ends_it_with_the_steps_before_it_done() {
        assertThatThrownBy(() -> predecessor.provision(port("nope")))
                .isInstanceOf(CallFailed.class)
                .hasMessageStartingWith("/v1/metadata pg_track_table was answered with 400: invalid-configuration");
        assertThat(export().at("/sources")).hasSize(1);
    }

    private static OldPort port(String table) {
        return port(table, "d_p_0_o_" + table);
    }

    private static OldPort port(String table, String name) {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        configuration
                .putObject("connection_info")
                .put("database_url", "postgres://postgres:postgres@localhost:" + database.getPort() + "/postgres");
        return new OldPort(
                "urn:dmb:cmp:d:p:0:" + table,
                "pg",
                "d_p_0",
                configuration,
                JsonNodeFactory.instance.objectNode().put("schema", "public").put("name", table),
                name,
                new Roots(name + "_select", name + "_by_pk", name + "_agg", name + "_stream"),
                "d_p_0_o_" + table + "_role");
    }

    private String read(String token) {
        return Http.to(engine.url(), Map.of("Authorization", "Bearer " + token))
                .post("/v1/graphql", "{\"query\":\"{ d_p_0_o_one_select { id } }\"}")
                .body();
    }

    private JsonNode role() {
        return Http.to(roleMapper.url()).get("/sandbox/state").json().at("/roles/0");
    }

    private int stats(String name) {
        return hasura.get("/sandbox/stats").json().path(name).asInt();
    }

    private JsonNode export() {
        return hasura.post("/v1/metadata", "{\"type\":\"export_metadata\",\"args\":{}}")
                .json();
    }
}
