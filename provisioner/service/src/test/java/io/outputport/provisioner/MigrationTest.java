package io.outputport.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.start.FailedStart;
import io.outputport.foundation.store.TestingPostgres;
import io.outputport.provisioner.cli.CommandLineProgram;
import io.outputport.provisioner.cli.terminal.Shell;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may change tables is not who serves. */
class MigrationTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void tables_are_brought_to_this_version_once_and_the_command_may_be_repeated() {
        String url = TestingPostgres.freshDatabase();

        assertThat(migrate(Map.of("TASK_DB_URL", url))).isZero();
        assertThat(migrate(Map.of("TASK_DB_URL", url))).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .last()
                .isEqualTo("The task database is at this version; 0 steps were carried out.");
    }

    @Test
    void a_service_that_does_not_migrate_serves_with_a_login_that_may_not_change_tables() throws Exception {
        String url = TestingPostgres.freshDatabase();
        migrate(Map.of("TASK_DB_URL", url));
        String user = "service_" + url.replaceAll(".*/(tasks\\d+).*", "$1");
        run(
                url,
                "create role " + user + " login",
                "grant select, insert, update, delete on all tables in schema public to " + user,
                "grant usage on all sequences in schema public to " + user);
        Map<String, String> settings =
                Map.of("TASK_DB_URL", url.replaceAll("\\?.*", ""), "TASK_DB_USER", user, "TASK_DB_MIGRATE", "false");

        try (TestingServer server = TestingServer.with(settings)) {
            assertThat(server.get("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(server.get("/tasks").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void on_tables_of_an_older_version_it_does_not_start_and_says_what_to_do() throws Exception {
        String url = TestingPostgres.freshDatabase();
        Map<String, String> settings = Map.of("TASK_DB_URL", url, "TASK_DB_MIGRATE", "false");
        String sentence = "Cannot start: The tables of the task database are older than this version";

        assertThatThrownBy(() -> TestingServer.with(settings).close())
                .satisfies(failure -> assertThat(FailedStart.of(failure).sentence())
                        .startsWith(sentence)
                        .endsWith("TASK_DB_MIGRATE is false; run java -jar provisioner.jar migrate first."));
        migrate(settings);
        run(
                url,
                "delete from flyway_schema_history where installed_rank ="
                        + " (select max(installed_rank) from flyway_schema_history)");
        assertThatThrownBy(() -> TestingServer.with(settings).close())
                .satisfies(failure -> assertThat(FailedStart.of(failure))
                        .extracting(FailedStart::exitCode, FailedStart::sentence)
                        .satisfies(parts -> assertThat(parts.get(0)).isEqualTo(2))
                        .satisfies(parts ->
                                assertThat(parts.get(1).toString()).startsWith(sentence + " (1 steps are missing)")));
    }

    @Test
    void a_database_that_cannot_be_had_is_one_sentence_and_exit_2() {
        assertThat(migrate(Map.of("TASK_DB_URL", "jdbc:mysql://db/tasks"))).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        "error: Cannot migrate: TASK_DB_URL must start with jdbc:h2:file: or jdbc:postgresql:.");
    }

    @Test
    void who_asks_for_its_help_changes_no_table() throws Exception {
        String url = TestingPostgres.freshDatabase();

        assertThat(typed(Map.of("TASK_DB_URL", url), "migrate", "--help")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: provisioner migrate");
        assertThatThrownBy(() -> run(url, "select 1 from flyway_schema_history"))
                .isInstanceOf(SQLException.class);
    }

    private int migrate(Map<String, String> environment) {
        return typed(environment, "migrate");
    }

    private int typed(Map<String, String> environment, String... command) {
        Shell shell = new Shell(
                InputStream.nullInputStream(),
                new PrintWriter(out, true, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                environment,
                false);
        return new CommandLineProgram(shell, "1.2.3", new LocalServer(), new Migration()).run(command);
    }

    private static void run(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
