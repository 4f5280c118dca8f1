package io.outputport.foundation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.foundation.settings.Settings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final DatabaseSettings.Purpose ROWS =
            new DatabaseSettings.Purpose("row", "ROW_DB", "classpath:db/rows", "rows.jar");
    private static final Duration LONGER_THAN_H2_WAITS = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    /** H2's own writer takes a commit up half a second later, and from then on a checkpoint holds it for written. */
    @Test
    void a_promise_on_h2_waits_for_what_its_writer_has_taken_up() throws Exception {
        SlowDisk.insert();
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:slowdisk:" + folder.resolve("rows"));
        Database database = Database.over(source);
        try (Handle open = Jdbi.open(source)) {
            open.execute("create table mark (id int)");
            database.durably(handle -> handle.execute("insert into mark values (0)"));
            SlowDisk.holdUp();
            try {
                database.run(handle -> handle.execute("insert into mark values (1)"));
                assertThat(SlowDisk.heldUp().await(3, TimeUnit.MINUTES)).isTrue();
                CompletableFuture<Integer> promise =
                        CompletableFuture.supplyAsync(() -> database.durably(DatabaseTest::marks));

                await().during(LONGER_THAN_H2_WAITS)
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> !promise.isDone());
                SlowDisk.letGo();
                assertThat(promise.get(3, TimeUnit.MINUTES)).isEqualTo(2);
            } finally {
                // Else the database could not even be closed.
                SlowDisk.letGo();
            }
        }
    }

    private static int marks(Handle handle) {
        return handle.createQuery("select count(*) from mark")
                .mapTo(Integer.class)
                .one();
    }

    @Test
    void on_postgresql_only_a_promise_waits_for_the_disk() throws SQLException {
        Settings settings = Settings.of(Map.of("ROW_DB_URL", TestingPostgres.freshDatabase()));
        try (OpenDatabase rows = OpenDatabase.open(DatabaseSettings.from(settings, ROWS), 2)) {
            Database database = rows.database();
            CommitWatch commits = CommitWatch.over(rows.dataSource(), "mark");
            String change = "update mark set id = 1";

            database.run(handle -> handle.execute(change));
            database.inTransaction(handle -> handle.execute(change));
            database.durably(handle -> handle.execute(change));
            database.run(handle -> handle.execute(change));

            assertThat(commits.seen()).containsExactly("off", "off", "on", "off");
        }
    }
}
