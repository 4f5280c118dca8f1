package io.outputport.sharing.table.cache;

import static io.outputport.sharing.table.cache.KeptTablesTest.done;
import static io.outputport.sharing.table.cache.KeptTablesTest.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.SettableClock;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.SnapshotFiles;
import io.outputport.sharing.table.TableFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks for a large table is told of its first files while its log is still gone through. */
@Timeout(60)
class FollowingTest {
    private static final int FILES = 10_000;
    private static final int AT_FIRST = 3_000;
    private static final int MEMORY = 1 << 20;
    /** Enough for the first files, and not for all. */
    private static final int LITTLE = MEMORY / 8;

    private static final Duration IMPATIENT = Duration.ofMillis(50);
    private static final Duration PATIENT = Duration.ofMinutes(2);

    private final SettableTable source = new SettableTable();

    @Test
    void the_first_files_are_had_before_the_log_was_gone_through() {
        Snapshot table = halfRead(tables(MEMORY, 1, PATIENT));

        SnapshotFiles followed = done(table.follow());
        assertThat(followed.tally()).isEmpty();
        LiveFiles files = followed.files();
        List<DataFile> had = had(files, LogPass.BEGIN);
        source.go.countDown();
        files.forEachRemaining(had::add);

        assertThat(had).containsExactlyElementsOf(all(FILES));
        assertThat(followed.tally().orElseThrow().files()).isEqualTo(FILES);
        assertThat(done(table.read()).tally()).isEqualTo(followed.tally());
        assertThat(source.passes).hasValue(1);
    }

    @Test
    void however_many_follow_a_log_is_gone_through_once_and_none_waits_for_the_slowest() {
        Snapshot table = halfRead(tables(MEMORY, 1, PATIENT));
        LiveFiles slow = done(table.follow()).files();
        slow.next();

        CompletableFuture<List<DataFile>> fast = CompletableFuture.supplyAsync(() -> files(table));
        CompletableFuture<Outcome<SnapshotFiles>> whole = CompletableFuture.supplyAsync(table::read);
        source.go.countDown();

        assertThat(fast.join()).hasSize(FILES);
        assertThat(done(whole.join()).tally().orElseThrow().files()).isEqualTo(FILES);
        assertThat(had(slow, FILES)).hasSize(FILES - 1);
        assertThat(source.passes).hasValue(1);
    }

    @Test
    void who_leaves_takes_nothing_from_the_others() {
        KeptTables tables = tables(MEMORY, 1, IMPATIENT);
        Snapshot table = halfRead(tables);
        SnapshotFiles leaving = done(table.follow());
        LiveFiles staying = done(table.follow()).files();
        leaving.files().close();
        leaving.close();

        source.go.countDown();

        assertThat(had(staying, FILES)).containsExactlyElementsOf(all(FILES));
        assertThat(done(done(tables.latest(new TableLocation("lake", "other"))).read())
                        .tally())
                .as("the only turn was given back")
                .isPresent();
    }

    @Test
    void a_log_that_breaks_behind_the_first_files_breaks_for_all_and_is_refused_to_who_asks_next() {
        source.brokenAt = AT_FIRST + 1;
        Snapshot table = halfRead(tables(MEMORY, 1, PATIENT));
        LiveFiles one = done(table.follow()).files();
        LiveFiles other = done(table.follow()).files();
        had(one, 10);
        source.go.countDown();

        for (LiveFiles files : List.of(one, other)) {
            assertThatThrownBy(() -> had(files, FILES))
                    .isInstanceOf(TableFailure.class)
                    .hasMessageStartingWith("The table cannot be read: of a test");
        }
        assertThat(told(table.follow())).startsWith("The table cannot be read: of a test");

        source.brokenAt = Integer.MAX_VALUE;
        assertThat(files(table)).hasSize(FILES);
    }

    @Test
    void a_log_of_few_files_is_gone_through_before_anybody_is_told_of_one() {
        source.files = LogPass.BEGIN;
        source.brokenAt = LogPass.BEGIN - 1;

        assertThat(told(snapshot(tables(MEMORY, 1, PATIENT)).follow()))
                .startsWith("The table cannot be read: of a test");
    }

    @Test
    void what_turns_out_to_be_too_large_is_told_on_from_a_log_of_ones_own() {
        Snapshot table = halfRead(tables(LITTLE, 1, PATIENT));
        SnapshotFiles followed = done(table.follow());
        LiveFiles files = followed.files();
        List<DataFile> had = had(files, 100);
        source.go.countDown();
        files.forEachRemaining(had::add);
        files.close();
        followed.close();

        assertThat(had).containsExactlyElementsOf(all(FILES));
        assertThat(source.passes).hasValue(2);
        assertThat(files(table)).as("the only turn was given back").hasSize(FILES);
    }

    @Test
    void who_finds_no_turn_for_that_is_broken_off() {
        Snapshot table = halfRead(tables(LITTLE, 1, IMPATIENT));
        LiveFiles files = done(table.follow()).files();
        had(files, 100);
        source.go.countDown();
        SnapshotFiles other = done(table.read());

        assertThatThrownBy(() -> had(files, FILES))
                .isInstanceOfSatisfying(
                        TableFailure.class,
                        failure -> assertThat(failure.isPassing()).isTrue());
        other.close();
        assertThat(files(table)).hasSize(FILES);
    }

    @Test
    void a_log_that_reads_otherwise_the_second_time_is_no_log_to_go_on_with() {
        Snapshot table = halfRead(tables(LITTLE, 2, PATIENT));
        LiveFiles files = done(table.follow()).files();
        had(files, 100);
        source.go.countDown();
        done(table.read()).close();
        source.cutOff = FILES - 10;

        assertThatThrownBy(() -> had(files, FILES))
                .isInstanceOf(TableFailure.class)
                .hasMessageContaining("its log was changed while it was read");
    }

    /** Of which somebody has asked, and which goes on when it is let. */
    private Snapshot halfRead(KeptTables tables) {
        source.files = FILES;
        source.atFirst = AT_FIRST;
        source.go = new CountDownLatch(1);
        return snapshot(tables);
    }

    private KeptTables tables(long memory, int atATime, Duration patience) {
        return new KeptTables(
                source, new CacheSettings(Duration.ofSeconds(2), memory, atATime), new SettableClock(), patience);
    }

    private static Snapshot snapshot(KeptTables tables) {
        return done(tables.latest(new TableLocation("lake", "orders")));
    }

    private static List<DataFile> all(int count) {
        return SettableTable.files("orders", count).toList();
    }

    private static List<DataFile> had(LiveFiles files, int most) {
        List<DataFile> had = new ArrayList<>();
        while (had.size() < most && files.hasNext()) {
            had.add(files.next());
        }
        return had;
    }

    private static List<DataFile> files(Snapshot table) {
        try (SnapshotFiles followed = done(table.follow());
                LiveFiles files = followed.files()) {
            return had(files, Integer.MAX_VALUE);
        }
    }
}
