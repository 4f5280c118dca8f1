package io.outputport.foundation.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.foundation.store.OpenDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningDatabaseTest {
    private static final DatabaseSettings.Purpose ROWS =
            new DatabaseSettings.Purpose("row", "ROW_DB", "classpath:db/rows", "rows.jar");

    @TempDir
    private Path folder;

    private DatabaseSettings settings;

    @BeforeEach
    void one_process_only_may_have_the_file_open() {
        settings = DatabaseSettings.from(
                Settings.of(Map.of("ROW_DB_URL", "jdbc:h2:file:" + folder.resolve("rows"))), ROWS);
    }

    @Test
    void who_takes_it_waits_for_it_and_has_it_for_himself() {
        try (OpeningDatabase opening = OpeningDatabase.begin(() -> OpenDatabase.open(settings, 2));
                OpenDatabase database = opening.take()) {
            opening.close();

            assertThat(rowsIn(database)).isOne();
        }
    }

    @Test
    void why_it_cannot_be_opened_is_told_as_if_it_had_not_been_opened_beside() {
        SettingsException refusal = new SettingsException("The row database is in use.");
        try (OpeningDatabase opening = OpeningDatabase.begin(() -> {
            throw refusal;
        })) {
            assertThatThrownBy(opening::take).isSameAs(refusal);
        }
    }

    @Test
    void after_a_start_that_failed_elsewhere_nothing_stays_open() {
        CountDownLatch failed = new CountDownLatch(1);
        OpeningDatabase opening = OpeningDatabase.begin(() -> {
            OpenDatabase database = OpenDatabase.open(settings, 2);
            awaited(failed);
            return database;
        });

        opening.close();
        failed.countDown();

        await().ignoreExceptions().untilAsserted(() -> {
            try (OpenDatabase again = OpenDatabase.open(settings, 2)) {
                assertThat(rowsIn(again)).isOne();
            }
        });
    }

    private static int rowsIn(OpenDatabase database) {
        return database.database()
                .run(handle -> handle.createQuery("select count(*) from mark")
                        .mapTo(Integer.class)
                        .one());
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
