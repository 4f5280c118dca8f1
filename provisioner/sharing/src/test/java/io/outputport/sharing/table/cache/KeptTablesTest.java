package io.outputport.sharing.table.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.SettableClock;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.SnapshotFiles;
import io.outputport.sharing.table.Tally;
import io.outputport.sharing.table.source.TableVersion.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptTablesTest {
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final Duration IMPATIENT = Duration.ofMillis(50);
    private static final Duration PATIENT = Duration.ofMinutes(2);
    private static final TableLocation ORDERS = new TableLocation("lake", "orders");

    private final SettableTable source = new SettableTable();
    private final SettableClock clock = new SettableClock();

    @Test
    void a_version_is_read_once_however_many_ask() {
        KeptTables tables = tables(1 << 20, PATIENT);
        source.gate = new CountDownLatch(1);

        List<CompletableFuture<List<DataFile>>> asked = IntStream.range(0, 20)
                .mapToObj(at -> CompletableFuture.supplyAsync(() -> files(snapshot(tables))))
                .toList();
        await().until(() -> source.passes.get() == 1);
        source.gate.countDown();

        assertThat(asked)
                .allSatisfy(answer -> assertThat(answer.join())
                        .containsExactlyElementsOf(
                                SettableTable.files("orders", 10).toList()));
        assertThat(source.passes).hasValue(1);
        assertThat(source.opened).hasValue(1);
    }

    @Test
    void a_version_counts_as_the_newest_for_a_while() {
        KeptTables tables = tables(1 << 20, PATIENT);
        assertThat(snapshot(tables).version()).isEqualTo(1);
        source.newest = 2;

        clock.pass(PROBE.minusMillis(1));
        assertThat(snapshot(tables).version()).isEqualTo(1);
        assertThat(source.looks).hasValue(0);

        clock.pass(Duration.ofMillis(1));
        assertThat(snapshot(tables).version()).isEqualTo(2);
    }

    @Test
    void a_version_that_is_still_the_newest_is_not_read_again() {
        KeptTables tables = tables(1 << 20, PATIENT);
        for (int round = 0; round < 3; round++) {
            assertThat(files(snapshot(tables))).hasSize(10);
            clock.pass(PROBE);
        }

        assertThat(source.looks).hasValue(2);
        assertThat(source.passes).hasValue(1);
    }

    @Test
    void earlier_versions_are_kept_until_the_table_is_made_anew() {
        KeptTables tables = tables(1 << 20, PATIENT);
        files(snapshot(tables));
        source.newest = 2;
        clock.pass(PROBE);
        files(snapshot(tables));

        assertThat(files(done(tables.numbered(ORDERS, 1)))).hasSize(10);
        assertThat(files(done(tables.asOf(ORDERS, Instant.ofEpochSecond(1))))).hasSize(10);
        assertThat(source.passes).hasValue(2);

        source.newest = 3;
        source.old = Standing.REPLACED;
        source.files = 7;
        clock.pass(PROBE);
        assertThat(files(snapshot(tables))).hasSize(7);
        assertThat(files(done(tables.numbered(ORDERS, 1)))).hasSize(7);
    }

    @Test
    void a_version_that_is_yet_to_come_is_none() {
        assertThat(told(tables(1 << 20, PATIENT).numbered(ORDERS, 2)))
                .isEqualTo("The table has no version 2 yet. Its newest one is 1; leave the version out to get that.");
    }

    @Test
    void what_nobody_reads_makes_room_and_is_read_again_when_it_is_asked_for() {
        source.files = 4_000;
        KeptTables tables = tables(230_000, PATIENT);

        for (String table : List.of("a", "b", "c", "a")) {
            assertThat(files(done(tables.latest(new TableLocation("lake", table)))))
                    .hasSize(4_000);
        }

        assertThat(source.passes).hasValue(4);
    }

    @Test
    void what_is_being_read_is_not_taken_away_and_who_finds_no_room_is_told_to_come_again() {
        source.files = 4_000;
        KeptTables tables = tables(230_000, IMPATIENT);
        SnapshotFiles reading =
                done(done(tables.latest(new TableLocation("lake", "a"))).read());

        assertThat(told(done(tables.latest(new TableLocation("lake", "b"))).read()))
                .startsWith("later: Too many tables are read for the first time");
        try (reading;
                LiveFiles files = reading.files()) {
            files.forEachRemaining(file -> assertThat(file.path().value()).startsWith("a/"));
        }
        assertThat(files(done(tables.latest(new TableLocation("lake", "b"))))).hasSize(4_000);
    }

    @Test
    void what_is_too_large_to_be_kept_is_told_from_its_log_a_few_at_a_time() {
        source.files = 40_000;
        KeptTables tables = tables(100_000, IMPATIENT);

        SnapshotFiles first = done(snapshot(tables).read());
        assertThat(first.tally().orElseThrow().files()).isEqualTo(40_000);
        SnapshotFiles second = done(snapshot(tables).read());
        assertThat(told(snapshot(tables).read())).startsWith("later: Too many tables");
        first.close();
        second.close();

        assertThat(files(snapshot(tables))).hasSize(40_000);
        assertThat(source.passes).hasValue(2);
    }

    @Test
    void when_too_many_logs_would_be_read_at_once_the_rest_is_told_to_come_again() {
        KeptTables tables = tables(1 << 20, IMPATIENT);
        source.gate = new CountDownLatch(1);
        List<Snapshot> opened = IntStream.range(0, 3)
                .mapToObj(at -> done(tables.latest(new TableLocation("lake", "t" + at))))
                .toList();
        List<CompletableFuture<Outcome<SnapshotFiles>>> busy = opened.subList(0, 2).stream()
                .map(each -> CompletableFuture.supplyAsync(each::read))
                .toList();
        await().until(() -> source.passes.get() == 2);

        assertThat(told(opened.get(2).read())).startsWith("later: Too many tables");

        source.gate.countDown();
        assertThat(busy).allMatch(read -> read.join().isDone());
        assertThat(files(opened.get(2))).hasSize(10);
    }

    @Test
    void a_broken_log_is_refused_and_read_again_once_it_may_be_mended() {
        KeptTables tables = tables(1 << 20, PATIENT);
        source.broken = true;
        assertThat(told(snapshot(tables).read())).startsWith("The table cannot be read: of a test");

        source.broken = false;
        assertThat(files(snapshot(tables))).hasSize(10);
    }

    @Test
    void a_storage_that_is_away_loses_nothing_that_was_read() {
        KeptTables tables = tables(1 << 20, PATIENT);
        files(snapshot(tables));
        source.away = true;
        clock.pass(PROBE);
        assertThat(told(tables.latest(ORDERS))).startsWith("later: The table's storage does not answer");

        source.away = false;
        clock.pass(PROBE);
        assertThat(files(snapshot(tables))).hasSize(10);
        assertThat(source.passes).hasValue(1);
    }

    private KeptTables tables(long memory, Duration patience) {
        return new KeptTables(source, new CacheSettings(PROBE, memory, 2), clock, patience);
    }

    private static Snapshot snapshot(KeptTables tables) {
        return done(tables.latest(ORDERS));
    }

    private static List<DataFile> files(Snapshot snapshot) {
        List<DataFile> found = new ArrayList<>();
        try (SnapshotFiles read = done(snapshot.read());
                LiveFiles files = read.files()) {
            files.forEachRemaining(found::add);
            assertThat(read.tally())
                    .contains(new Tally(
                            found.size(),
                            found.stream().mapToLong(DataFile::size).sum()));
        }
        return found;
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome.isDone()).as("%s", outcome).isTrue();
        return ((Outcome.Done<T>) outcome).value();
    }

    static String told(Outcome<?> outcome) {
        return outcome.match(
                done -> "done",
                (after, problem) -> "later: " + problem.sentence(),
                problems -> problems.stream().map(Problem::sentence).findFirst().orElseThrow());
    }
}
