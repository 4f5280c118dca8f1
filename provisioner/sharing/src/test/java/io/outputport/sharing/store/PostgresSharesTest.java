package io.outputport.sharing.store;

import io.outputport.foundation.store.TestingPostgres;

class PostgresSharesTest extends SharesContract {
    @Override
    String url() {
        return TestingPostgres.freshDatabase();
    }
}
