package io.outputport.provisioner.task.queue;

import io.outputport.foundation.store.TestingPostgres;

class PostgresTaskServiceTest extends TaskServiceContract {
    @Override
    String freshDatabase() {
        return TestingPostgres.freshDatabase();
    }
}
