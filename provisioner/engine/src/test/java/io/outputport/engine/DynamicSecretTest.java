package io.outputport.engine;

import static io.outputport.engine.TestMetadata.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.engine.TestEngine.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL source whose URL is in a file. */
class DynamicSecretTest {
    private static final TestDatabase DATABASE =
            TestDatabase.named("dynamic", "CREATE TABLE t (id int)", "INSERT INTO t VALUES (1)");
    private static final TestDatabase OTHER =
            TestDatabase.named("dynamic2", "CREATE TABLE t (id int)", "INSERT INTO t VALUES (2)");

    @TempDir
    private static Path secrets;

    @TempDir
    private static Path elsewhere;

    private final TestEngine engine = TestEngine.whole(EngineSettings.of(TestEngine.SECRET)
            .withEnvironment(Map.of("HASURA_GRAPHQL_DYNAMIC_SECRETS_ALLOWED_PATH_PREFIX", secrets.toString())));

    @BeforeEach
    void one_secret() throws IOException {
        Files.writeString(secrets.resolve("url"), DATABASE.url() + "\n");
        Files.writeString(elsewhere.resolve("url"), DATABASE.url());
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void the_file_is_read_anew_for_each_query() throws IOException {
        assertThat(add(secrets.resolve("url")).text()).isEqualTo("{\"message\":\"success\"}");
        engine.run("pg_track_table", json("{\"table\":\"t\"}"));
        assertThat(engine.query("admin", "{ t { id } }").at("/data/t/0/id").asInt())
                .isEqualTo(1);

        Files.writeString(secrets.resolve("url"), OTHER.url());

        assertThat(engine.query("admin", "{ t { id } }").at("/data/t/0/id").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_file_outside_the_allowed_folder_is_refused_whichever_way_it_is_named() throws IOException {
        Path link = secrets.resolve("link");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, elsewhere.resolve("url"));
        Path roundabout = secrets.resolve("..").resolve(elsewhere.getFileName()).resolve("url");

        for (Path path : new Path[] {elsewhere.resolve("url"), link, roundabout}) {
            assertThat(add(path).error())
                    .isEqualTo(
                            "400 permission-error $.args the path " + path + " is not below the allowed path prefix");
        }
        assertThat(add(secrets.resolve("nothing")).body().path("code").asText()).isEqualTo("permission-error");
        assertThat(engine.export().at("/metadata/sources")).isEmpty();
    }

    @Test
    void without_an_allowed_folder_there_are_no_dynamic_secrets() {
        try (TestEngine plain = TestEngine.start()) {
            Answer answer = plain.run("pg_add_source", TestMetadata.json(source(secrets.resolve("url"))));

            assertThat(answer.error())
                    .isEqualTo("400 permission-error $.args dynamic secrets need the variable"
                            + " HASURA_GRAPHQL_DYNAMIC_SECRETS_ALLOWED_PATH_PREFIX");
        }
    }

    private Answer add(Path file) {
        return engine.run("pg_add_source", json(source(file)));
    }

    private static String source(Path file) {
        return "{\"name\":\"default\",\"configuration\":{\"connection_info\":{\"database_url\":{\"dynamic_from_file\":\""
                + file + "\"}}}}";
    }
}
