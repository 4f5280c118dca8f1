package io.outputport.provisioner.task.store;

import io.outputport.provisioner.settings.Settings;
import java.util.Map;

class PostgresStopsTest extends StopsContract {
    @Override
    TaskDatabaseSettings settings() {
        return TaskDatabaseSettings.from(Settings.of(Map.of("TASK_DB_URL", TestingPostgres.freshDatabase())));
    }
}
