package io.outputport.provisioner.task.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.store.TestingPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void a_file_that_another_process_holds_is_said_in_one_sentence() throws IOException {
        Path file = folder.resolve("tasks.mv.db");
        Files.createFile(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> open(Map.of("TASK_DB_URL", "jdbc:h2:file:" + folder.resolve("tasks"))))
                    .isInstanceOf(SettingsException.class)
                    .hasMessage("The database file of TASK_DB_URL is in use by another process; stop that process, or"
                            + " name another file.");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_named_with_the_setting() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("data"));

        assertThatThrownBy(() -> open(Map.of("TASK_DB_URL", "jdbc:h2:file:" + inTheWay + "/tasks")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("The task database cannot be kept: this user may not write to the folder " + inTheWay
                        + ". Let it, or name another place with TASK_DB_URL, such as jdbc:h2:file:/data/tasks.");
    }

    @Test
    void a_server_that_does_not_answer_is_said_in_one_sentence() throws IOException {
        int port = freePort();

        assertThatThrownBy(() -> open(
                        Map.of("TASK_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/t?user=u&password=hunter2")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("The task database of TASK_DB_URL does not answer.");
    }

    @Test
    void a_server_without_tls_and_a_missing_authority_are_not_called_silent() throws IOException {
        String plain = TestingPostgres.freshDatabase();
        try (ServerSocket secured = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> agreeToTls(secured));
            server.start();

            assertThatThrownBy(() -> open(Map.of("TASK_DB_URL", plain + "&sslmode=require")))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("There is no TLS connection to the task database of TASK_DB_URL;");
            assertThatThrownBy(() -> open(Map.of(
                            "TASK_DB_URL",
                            "jdbc:postgresql://127.0.0.1:" + secured.getLocalPort()
                                    + "/t?user=u&sslmode=verify-full&sslrootcert=" + folder.resolve("ca.crt"))))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("the file of its authority (sslrootcert)");
        }
    }

    @Test
    void a_refused_login_and_a_missing_database_are_told_apart() throws SQLException {
        String url = TestingPostgres.freshDatabase();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create role without_login");
        }

        assertThatThrownBy(
                        () -> open(Map.of("TASK_DB_URL", url.replaceAll("\\?.*", ""), "TASK_DB_USER", "without_login")))
                .hasMessage("The task database refused the login; check TASK_DB_USER and TASK_DB_PASSWORD.");
        assertThatThrownBy(() -> open(Map.of("TASK_DB_URL", url.replaceAll("/tasks\\d+", "/nowhere"))))
                .hasMessage("The database that TASK_DB_URL names does not exist on its server.");
    }

    @Test
    void a_malformed_address_is_not_repeated() {
        assertThatThrownBy(() -> open(Map.of("TASK_DB_URL", "jdbc:postgresql://db:port/t?password=hunter2")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("TASK_DB_URL is not an address that the database's driver understands.");
    }

    @Test
    void a_start_that_was_killed_between_the_tables_and_their_note_is_made_good_by_the_next() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("tasks");
        open(Map.of("TASK_DB_URL", url));
        try (Connection connection = DriverManager.getConnection(
                        TaskDatabase.settings(Settings.of(Map.of("TASK_DB_URL", url)))
                                .url(),
                        "sa",
                        "");
                Statement statement = connection.createStatement()) {
            statement.execute("delete from flyway_schema_history");
        }

        assertThatCode(() -> open(Map.of("TASK_DB_URL", url))).doesNotThrowAnyException();
    }

    @Test
    void a_file_without_content_is_not_taken_for_a_new_database() throws IOException {
        Path file = Files.createFile(folder.resolve("tasks.mv.db"));

        assertThatThrownBy(() -> open(Map.of("TASK_DB_URL", "jdbc:h2:file:" + folder.resolve("tasks"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("The database file of TASK_DB_URL is there but holds nothing");
        assertThat(file).isEmptyFile();
    }

    @Test
    void a_database_with_tables_of_somebody_else_is_left_alone() throws SQLException {
        String url = TestingPostgres.freshDatabase();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table task (id int)");
        }

        assertThatThrownBy(() -> open(Map.of("TASK_DB_URL", url)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("The task database of TASK_DB_URL could not be brought to this version");
    }

    @Test
    void a_step_that_another_build_made_and_one_that_failed_are_told_in_one_sentence() throws SQLException {
        String url = TestingPostgres.freshDatabase();
        open(Map.of("TASK_DB_URL", url));

        execute(url, "update flyway_schema_history set checksum = 1 where version = '3'");
        assertThatThrownBy(() -> open(Map.of("TASK_DB_URL", url, "TASK_DB_MIGRATE", "false")))
                .isInstanceOf(SettingsException.class)
                .hasNoCause()
                .hasMessageStartingWith("Step 3 of the tables of the task database is not the one of this version");
        assertThatThrownBy(() -> open(Map.of("TASK_DB_URL", url)))
                .hasMessageStartingWith("Step 3 of the tables of the task database is not the one of this version");

        execute(url, "delete from flyway_schema_history where cast(version as int) > 2");
        execute(url, "update flyway_schema_history set success = false where version = '2'");
        assertThatThrownBy(() -> open(Map.of("TASK_DB_URL", url)))
                .hasMessageStartingWith("Step 2 of the tables of the task database failed at an earlier start");

        execute(url, "delete from flyway_schema_history where not success");
        assertThatCode(() -> open(Map.of("TASK_DB_URL", url))).doesNotThrowAnyException();
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void open(Map<String, String> environment) {
        TaskDatabase.open(TaskDatabase.settings(Settings.of(environment)), 3).close();
    }

    /** As far as PostgreSQL goes before the certificate is looked at. */
    private static void agreeToTls(ServerSocket server) {
        try {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    client.getInputStream().readNBytes(8);
                    client.getOutputStream().write('S');
                    client.getInputStream().read();
                }
            }
        } catch (IOException closed) {
            // The test has ended.
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
