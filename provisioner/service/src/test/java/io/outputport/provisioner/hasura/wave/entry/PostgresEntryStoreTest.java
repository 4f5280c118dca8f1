package io.outputport.provisioner.hasura.wave.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.store.CommitWatch;
import io.outputport.foundation.store.TestingPostgres;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresEntryStoreTest extends EntryStoreContract {
    @Test
    void what_puts_a_port_back_is_on_the_disk_before_the_write_begins() throws SQLException {
        CommitWatch commits = CommitWatch.over(database().dataSource(), "hasura_lease");

        writer().prepare(List.of(), List.of("dead"));

        assertThat(commits.seen()).containsExactly("on");
    }

    @Override
    String freshDatabase() {
        return TestingPostgres.freshDatabase();
    }
}
