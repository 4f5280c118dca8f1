package io.outputport.provisioner.task.run;

import io.outputport.provisioner.task.store.TestingPostgres;

class PostgresTaskServiceTest extends TaskServiceContract {
    @Override
    String freshDatabase() {
        return TestingPostgres.freshDatabase();
    }
}
