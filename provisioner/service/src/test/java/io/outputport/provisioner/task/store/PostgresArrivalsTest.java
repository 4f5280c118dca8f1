package io.outputport.provisioner.task.store;

import io.outputport.provisioner.settings.Settings;
import java.util.Map;

class PostgresArrivalsTest extends ArrivalsContract {
    @Override
    TaskDatabaseSettings settings() {
        return TaskDatabaseSettings.from(Settings.of(Map.of("TASK_DB_URL", TestingPostgres.freshDatabase())));
    }
}
