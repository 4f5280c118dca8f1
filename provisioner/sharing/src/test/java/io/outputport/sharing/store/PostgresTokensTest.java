package io.outputport.sharing.store;

import io.outputport.foundation.store.TestingPostgres;

class PostgresTokensTest extends TokensContract {
    @Override
    String url() {
        return TestingPostgres.freshDatabase();
    }
}
