package io.outputport.provisioner.task.store;

import static io.outputport.provisioner.task.store.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.store.BoundedDisk;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.store.jdbc.JdbcTaskStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An H2 file on a disk that fills, and has room again. */
class FullDiskTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @AfterEach
    void makeRoom() {
        BoundedDisk.free();
    }

    @Test
    void a_file_that_h2_closed_is_open_again_when_there_is_room_and_has_lost_nothing() {
        try (OpenDatabase database = TaskDatabase.open(settings(), 3)) {
            TaskStore store = new JdbcTaskStore(database.database());
            List<Task> accepted = new ArrayList<>();
            BoundedDisk.leaveFree(200_000);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThatThrownBy(() -> accepted.add(added(store)))
                            .isInstanceOf(TaskStoreException.class));
            assertThatThrownBy(store::ping).isInstanceOf(TaskStoreException.class);

            BoundedDisk.free();

            await().atMost(PATIENCE).ignoreExceptions().until(() -> accepted.add(added(store)));
            assertThat(accepted)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(task -> assertThat(store.report(task.token())).isPresent());
            assertThat(database.isLost()).isFalse();
        }
    }

    @Test
    void a_first_start_without_room_leaves_no_file_that_the_next_would_refuse() {
        DatabaseSettings settings = settings();
        BoundedDisk.leaveFree(0);
        assertThatThrownBy(() -> TaskDatabase.open(settings, 3)).isInstanceOf(SettingsException.class);

        BoundedDisk.free();

        TaskDatabase.open(settings, 3).close();
        assertThat(folder.resolve("tasks.mv.db")).isNotEmptyFile();
    }

    private static Task added(TaskStore store) {
        Task task = aTask().request("x".repeat(20_000)).build();
        store.add(task, Optional.empty());
        return task;
    }

    private DatabaseSettings settings() {
        return TaskDatabase.settings(Settings.of(Map.of("TASK_DB_URL", BoundedDisk.h2(folder.resolve("tasks")))));
    }
}
