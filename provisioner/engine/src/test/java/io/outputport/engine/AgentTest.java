package io.outputport.engine;

import static io.outputport.engine.TestMetadata.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.engine.TestEngine.Answer;
import io.outputport.engine.source.connector.Warehouse;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data connector agents that the metadata adds. */
class AgentTest {
    private static final String SUCCESS = "{\"message\":\"success\"}";
    private static final String AGENT = "{\"name\":\"sf2\",\"url\":\"http://agent:8081/api/v1/snowflake\"}";
    private static final String SOURCE = "{\"name\":\"s\",\"configuration\":{\"jdbc_url\":"
            + "\"jdbc:snowflake://sf/?user=u&password=p&db=AGENTS&schema=PUBLIC\"}}";
    private static final TestDatabase DATABASE =
            TestDatabase.named("AGENTS", "CREATE SCHEMA \"PUBLIC\"", "CREATE TABLE \"PUBLIC\".\"T\" (\"ID\" int)");

    private final TestEngine engine = TestEngine.start(EngineSettings.of(TestEngine.SECRET)
            .withWarehouse(new Warehouse(URI.create(DATABASE.url()).resolve("/"), Map.of("u", "p"))));

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void an_agent_of_the_warehouse_serves_sources_under_its_own_name() {
        assertThat(engine.run("sf2_add_source", json(SOURCE)).error())
                .isEqualTo("400 parse-failed $ unknown metadata command \"sf2_add_source\"");

        assertThat(run("dc_add_agent", AGENT).text()).isEqualTo(SUCCESS);
        assertThat(run("sf2_add_source", SOURCE).text()).isEqualTo(SUCCESS);
        assertThat(run("sf2_track_table", "{\"source\":\"s\",\"table\":[\"AGENTS\",\"PUBLIC\",\"T\"]}")
                        .text())
                .isEqualTo(SUCCESS);

        assertThat(engine.export().at("/metadata/sources/0/kind").asText()).isEqualTo("sf2");
        assertThat(engine.export().at("/metadata/backend_configs").toString())
                .isEqualTo("{\"dataconnector\":{\"sf2\":{\"uri\":\"http://agent:8081/api/v1/snowflake\"}}}");
        assertThat(run("list_source_kinds", "{}").text()).contains("\"kind\":\"sf2\"");
        assertThat(run("get_source_kind_capabilities", "{\"name\":\"sf2\"}").status())
                .isEqualTo(200);
    }

    @Test
    void agent_and_source_may_come_in_one_bulk() {
        Answer answer = engine.run("{\"type\":\"bulk\",\"args\":[{\"type\":\"dc_add_agent\",\"args\":" + AGENT
                + "},{\"type\":\"sf2_add_source\",\"args\":" + SOURCE + "}]}");

        assertThat(answer.text()).isEqualTo("[" + SUCCESS + "," + SUCCESS + "]");
    }

    @Test
    void an_agent_that_a_source_needs_cannot_be_deleted() {
        run("dc_add_agent", AGENT);
        run("sf2_add_source", SOURCE);

        Answer refused = run("dc_delete_agent", "{\"name\":\"sf2\"}");

        assertThat(refused.error())
                .isEqualTo("500 unexpected $.args cannot continue due to newly found inconsistent metadata");
        assertThat(refused.body().at("/internal/0/reason").asText())
                .isEqualTo("Inconsistent object: Data connector named \"sf2\" was not found in the data connector"
                        + " backend info");
        assertThat(run("sf2_drop_source", "{\"name\":\"s\"}").text()).isEqualTo(SUCCESS);
        assertThat(run("dc_delete_agent", "{\"name\":\"sf2\"}").text()).isEqualTo(SUCCESS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        dc_add_agent    | {"name":"snowflake","url":"http://a/snowflake"} | 400 already-exists $.args SourceKind 'snowflake' already exists.
        dc_add_agent    | {"name":"postgres","url":"http://a/snowflake"}  | 400 already-exists $.args SourceKind 'postgres' already exists.
        dc_add_agent    | {"name":"x"}                                    | 400 parse-failed $.args the key 'url' was not present
        dc_delete_agent | {"name":"x"}                                    | 400 not-found $.args DC Agent 'x' not found
        dc_delete_agent | {"name":"snowflake"}                            | 400 not-found $.args DC Agent 'snowflake' not found
        """)
    void wrong_names_are_refused(String type, String args, String error) {
        assertThat(run(type, args).error()).isEqualTo(error);
    }

    @Test
    void an_agent_that_does_not_answer_is_added_only_unasked() {
        String agent = "{\"name\":\"x\",\"url\":\"http://nobody:1\"%s}";

        assertThat(run("dc_add_agent", agent.formatted(""))
                        .body()
                        .path("message")
                        .asText())
                .isEqualTo("Agent is not available");
        assertThat(engine.export()
                        .at("/metadata/backend_configs/dataconnector/x")
                        .isMissingNode())
                .isTrue();
        assertThat(run("dc_add_agent", agent.formatted(",\"skip_check\":true")).text())
                .isEqualTo(SUCCESS);
        assertThat(engine.export()
                        .at("/metadata/backend_configs/dataconnector/x/uri")
                        .asText())
                .isEqualTo("http://nobody:1");
    }

    private Answer run(String type, String args) {
        return engine.run(type, json(args));
    }
}
