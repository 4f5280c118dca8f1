package io.outputport.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.engine.EngineSettings;
import io.outputport.engine.HasuraEngine;
import io.outputport.engine.TestDatabase;
import io.outputport.engine.graphql.GraphqlEngine;
import io.outputport.engine.source.connector.Warehouse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The engine answers every case as Hasura is said to, and is left as it was. */
@TestInstance(Lifecycle.PER_CLASS)
class FidelityTest {
    private static final String SECRET = "fidelity-secret";
    private static final String JDBC = "jdbc:snowflake://sf/?user=u&password=p&db=FIDELITY&schema=CASES";
    private static final TestDatabase DATABASE = TestDatabase.named("fidelity");
    private static final TestDatabase WAREHOUSE = TestDatabase.named(
            "FIDELITY",
            "CREATE SCHEMA \"CASES\"",
            "CREATE TABLE \"CASES\".\"ITEMS\" (\"ID\" int PRIMARY KEY, \"NAME\" text)",
            "INSERT INTO \"CASES\".\"ITEMS\" VALUES (1, 'one'), (2, 'two')",
            "CREATE VIEW \"CASES\".\"ITEMS_VIEW\" AS SELECT * FROM \"CASES\".\"ITEMS\"");

    private HasuraEngine engine;
    private Bench bench;

    @BeforeAll
    void start() throws IOException {
        URI server = URI.create(WAREHOUSE.url()).resolve("/");
        engine = HasuraEngine.start(
                0,
                EngineSettings.of(SECRET).withWarehouse(new Warehouse(server, Map.of("u", "p"))),
                GraphqlEngine::new);
        bench = new Bench(new Target(engine.url(), SECRET, DATABASE.url(), Optional.of(JDBC)), "test");
    }

    @AfterAll
    void stop() {
        bench.close();
        assertThat(export().at("/sources")).isEmpty();
        engine.close();
    }

    @TestFactory
    Stream<DynamicTest> hasura_answers() {
        return CaseFiles.all().stream()
                .map(one ->
                        dynamicTest(one.name(), () -> assertThat(bench.run(one)).isEmpty()));
    }

    @Test
    void there_are_cases_of_every_mark() {
        assertThat(CaseFiles.all()).extracting(Case::mark).contains(Mark.values());
        assertThat(CaseFiles.all()).extracting(Case::name).doesNotHaveDuplicates();
    }

    private JsonNode export() {
        return new HasuraCalls(new Target(engine.url(), SECRET, DATABASE.url(), Optional.empty()))
                .run("export_metadata", JsonNodeFactory.instance.objectNode())
                .body();
    }
}
