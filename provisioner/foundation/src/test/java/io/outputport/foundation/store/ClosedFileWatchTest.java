package io.outputport.foundation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.outputport.foundation.settings.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An H2 file on a disk that breaks. */
class ClosedFileWatchTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final DatabaseSettings.Purpose ROWS =
            new DatabaseSettings.Purpose("row", "ROW_DB", "classpath:db/rows", "rows.jar");

    @TempDir
    Path folder;

    @AfterEach
    void makeRoom() {
        BoundedDisk.free();
    }

    @Test
    void a_file_that_stays_closed_although_its_volume_has_room_is_lost_for_this_process() throws SQLException {
        DatabaseConnections connections = new DatabaseConnections(settings(), 3);
        connections.open();
        new DatabaseTables(connections, ROWS).migrate();
        write(connections);
        try (connections;
                ClosedFileWatch watch = ClosedFileWatch.of(connections, settings(), Duration.ofMillis(1))
                        .orElseThrow()) {
            BoundedDisk.breakDown();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThatThrownBy(() -> write(connections)).isInstanceOf(SQLException.class));

            await().atMost(PATIENCE).until(watch::isLost);

            BoundedDisk.free();
            await().atMost(PATIENCE).until(() -> !watch.isLost());
        }
    }

    private static void write(DatabaseConnections connections) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update mark set id = id + 1");
            statement.execute("checkpoint");
        }
    }

    @Test
    void what_is_closed_is_not_opened_again_by_a_pool_that_is_late() throws SQLException {
        H2Door door = new H2Door(settings());
        try (Connection first = door.getConnection()) {
            door.lock();

            assertThatThrownBy(door::getConnection)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("is closed");
            assertThat(first.isValid(0)).isTrue();
        }
    }

    private DatabaseSettings settings() {
        return DatabaseSettings.from(Settings.of(Map.of("ROW_DB_URL", BoundedDisk.h2(folder.resolve("rows")))), ROWS);
    }
}
