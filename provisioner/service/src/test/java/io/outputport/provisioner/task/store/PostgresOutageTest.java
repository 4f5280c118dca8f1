package io.outputport.provisioner.task.store;

import static io.outputport.provisioner.task.store.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.foundation.store.TestingPostgres;
import io.outputport.foundation.store.Wire;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.jdbc.JdbcTaskStore;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that goes away, freezes, drops its connections or takes no changes. */
class PostgresOutageTest {
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private String direct;
    private Wire wire;
    private OpenDatabase database;
    private TaskStore store;

    @BeforeEach
    void open() throws IOException {
        direct = TestingPostgres.freshDatabase();
        int port = URI.create(direct.substring("jdbc:".length())).getPort();
        wire = Wire.to(port);
        String url = direct.replace(":" + port + "/", ":" + wire.port() + "/").replace("localhost", "127.0.0.1");
        database = TaskDatabase.open(TaskDatabase.settings(Settings.of(Map.of("TASK_DB_URL", url))), CONNECTIONS);
        store = new JdbcTaskStore(database.database());
    }

    @AfterEach
    void close() throws IOException {
        wire.thaw();
        database.close();
        wire.close();
    }

    @Test
    void a_task_is_stored_once_when_all_connections_were_cut_just_before() throws IOException {
        Task first = useAllConnections().get(0);
        wire.cut();

        List<Task> later = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            later.add(added());
        }

        assertThat(store.report(first.token())).isPresent();
        assertThat(later)
                .allSatisfy(task -> assertThat(store.report(task.token())).isPresent());
        assertThat(store.unfinished(true)).isEqualTo(2 * CONNECTIONS);
    }

    @Test
    void a_task_that_was_stored_without_a_word_of_it_is_not_stored_again() {
        Task task = aTask().build();
        wire.cutBeforeTheAnswerTo("COMMIT");

        Added added = store.add(task, Optional.of("a fingerprint"));

        assertThat(added).isInstanceOf(Added.Stored.class);
        assertThat(store.unfinished(true)).isEqualTo(1);
    }

    @Test
    void a_frozen_server_is_given_up_within_a_bounded_time() throws Exception {
        useAllConnections();
        wire.freeze();

        CompletableFuture<Void> asking = CompletableFuture.runAsync(store::ping);

        assertThatThrownBy(() -> asking.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(TaskStoreException.class);
        wire.thaw();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> added());
    }

    @Test
    void a_server_that_comes_back_is_used_again() throws IOException {
        wire.remove();
        assertThatThrownBy(this::added).isInstanceOf(TaskStoreException.class);

        wire.putBack();

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> added());
    }

    @Test
    void a_server_that_takes_no_changes_is_told_apart_from_one_that_does() throws SQLException {
        useAllConnections();
        execute("alter database " + direct.replaceAll(".*/(tasks\\d+).*", "$1")
                + " set default_transaction_read_only = on");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid()");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(store::ping)
                        .isInstanceOfSatisfying(
                                TaskStoreException.class,
                                failure -> assertThat(failure.isReadOnly()).isTrue()));
        assertThat(store.report(new TaskToken(java.util.UUID.randomUUID()))).isEmpty();
    }

    private List<Task> useAllConnections() {
        List<CompletableFuture<Task>> all = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            all.add(CompletableFuture.supplyAsync(this::added));
        }
        return all.stream().map(CompletableFuture::join).toList();
    }

    private Task added() {
        Task task = aTask().build();
        store.add(task, Optional.empty());
        return task;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(direct);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
