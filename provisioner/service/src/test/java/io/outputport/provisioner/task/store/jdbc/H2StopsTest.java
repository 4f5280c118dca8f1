package io.outputport.provisioner.task.store.jdbc;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.provisioner.task.store.TaskDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class H2StopsTest extends StopsContract {
    @TempDir
    Path folder;

    @Override
    DatabaseSettings settings() {
        return TaskDatabase.settings(Settings.of(Map.of("TASK_DB_URL", "jdbc:h2:file:" + folder.resolve("tasks"))));
    }
}
