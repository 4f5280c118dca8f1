package io.outputport.engine.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.engine.EngineSettings;
import io.outputport.engine.HasuraEngine;
import io.outputport.engine.TestDatabase;
import io.outputport.engine.fidelity.cases.Case;
import io.outputport.engine.fidelity.cases.CaseFiles;
import io.outputport.engine.fidelity.cases.Mark;
import io.outputport.engine.graphql.GraphqlEngine;
import io.outputport.engine.schema.HasuraVersion;
import io.outputport.engine.source.connector.Warehouse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
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

    /** What was tested with the Python service, the last before arrays became lists, and the newest. */
    private static final List<HasuraVersion> VERSIONS =
            List.of(new HasuraVersion("v2.26.0"), new HasuraVersion("v2.28.0"), HasuraVersion.NEWEST);

    private final Map<HasuraVersion, HasuraEngine> engines = new LinkedHashMap<>();
    private final Map<HasuraVersion, Bench> benches = new LinkedHashMap<>();

    @BeforeAll
    void start() throws IOException {
        URI server = URI.create(WAREHOUSE.url()).resolve("/");
        EngineSettings settings = EngineSettings.of(SECRET).withWarehouse(new Warehouse(server, Map.of("u", "p")));
        for (HasuraVersion version : VERSIONS) {
            HasuraEngine engine = HasuraEngine.start(0, settings.withVersion(version), GraphqlEngine::new);
            engines.put(version, engine);
            benches.put(version, new Bench(target(engine), "test"));
        }
    }

    @AfterAll
    void stop() {
        benches.values().forEach(Bench::close);
        engines.values()
                .forEach(engine -> assertThat(export(engine).at("/sources")).isEmpty());
        engines.values().forEach(HasuraEngine::close);
    }

    @TestFactory
    Stream<DynamicContainer> hasura_answers() {
        return benches.entrySet().stream()
                .map(version -> dynamicContainer(version.getKey().text(), cases(version.getValue())));
    }

    private static Stream<DynamicTest> cases(Bench bench) {
        return CaseFiles.all().stream()
                .filter(bench::isOfVersion)
                .map(one ->
                        dynamicTest(one.name(), () -> assertThat(bench.run(one)).isEmpty()));
    }

    @Test
    void there_are_cases_of_every_mark() {
        assertThat(CaseFiles.all()).extracting(Case::mark).contains(Mark.values());
        assertThat(CaseFiles.all()).extracting(Case::name).doesNotHaveDuplicates();
    }

    private static Target target(HasuraEngine engine) {
        return new Target(engine.url(), SECRET, DATABASE.url(), Optional.of(JDBC));
    }

    private static JsonNode export(HasuraEngine engine) {
        return new HasuraCalls(target(engine))
                .run("export_metadata", JsonNodeFactory.instance.objectNode())
                .body();
    }
}
