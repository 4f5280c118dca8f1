package io.outputport.provisioner.task.store.jdbc;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.foundation.store.TestingPostgres;
import io.outputport.provisioner.task.store.TaskDatabase;
import java.util.Map;

class PostgresArrivalsTest extends ArrivalsContract {
    @Override
    DatabaseSettings settings() {
        return TaskDatabase.settings(Settings.of(Map.of("TASK_DB_URL", TestingPostgres.freshDatabase())));
    }
}
