package io.outputport.provisioner.remote.hasura.entry;

import io.outputport.provisioner.task.store.TestingPostgres;

class PostgresEntryStoreTest extends EntryStoreContract {

    @Override
    String freshDatabase() {
        return TestingPostgres.freshDatabase();
    }
}
