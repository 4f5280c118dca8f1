package io.outputport.sharing.table.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.local.LocalRoots;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.SnapshotFiles;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.cache.KeptTables;
import io.outputport.sharing.table.delta.engine.ReadBudget.Limits;
import io.outputport.sharing.table.source.TableVersion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that nobody should have written, and what a recipient is told of them: a 400 in the end, and never a part. */
class HostileTableTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final TableLocation ORDERS = new TableLocation("lake", "orders");
    private static final Limits USUAL = Limits.usual();

    @TempDir
    Path machine;

    private SampleTable table;

    @BeforeEach
    void aTable() throws IOException {
        table = SampleTable.at(Files.createDirectories(machine.resolve("lake")).resolve("orders"))
                .orders(DAY, "ada")
                .orders(DAY, "bob");
    }

    @Test
    void a_line_of_a_gigabyte_is_not_read_to_its_end() throws IOException {
        Path commit = table.log().resolve("%020d.json".formatted(3));
        Files.writeString(commit, "{\"commitInfo\":\"");
        try (RandomAccessFile file = new RandomAccessFile(commit.toFile(), "rw")) {
            file.setLength(1L << 30);
        }

        assertThat(told(USUAL)).contains("its log holds a line that is longer than this server reads");
    }

    @Test
    void a_checkpoint_that_is_cut_off_is_a_broken_log() throws IOException {
        table.checkpoint();
        Path checkpoint = table.log().resolve("%020d.checkpoint.parquet".formatted(2));
        try (FileChannel file = FileChannel.open(checkpoint, StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }

        assertThat(told(USUAL)).contains("The table cannot be read: its log is broken");
    }

    /** What is left of it reads like one that was never longer. */
    @Test
    void a_commit_that_is_cut_off_while_it_is_read_is_no_shorter_one() throws IOException {
        String[] adds = IntStream.range(0, 20_000)
                .mapToObj(at -> "{\"add\":{\"path\":\"part-" + (10_000 + at)
                        + "\",\"partitionValues\":{},\"size\":1,\"modificationTime\":1,\"dataChange\":true}}")
                .toArray(String[]::new);
        table.commit(adds);
        Path commit = table.log().resolve("%020d.json".formatted(3));
        TableVersion version = ((Outcome.Done<TableVersion>) new DeltaTables(roots()).newest(ORDERS)).value();

        try (LiveFiles files = version.files();
                FileChannel file = FileChannel.open(commit, StandardOpenOption.WRITE)) {
            files.next();
            file.truncate(file.size() / adds.length * (adds.length - 1));

            assertThatThrownBy(() -> files.forEachRemaining(each -> {}))
                    .isInstanceOfSatisfying(
                            TableFailure.class,
                            failure -> assertThat(failure.problem()).isEqualTo(TableProblems.changed()));
        }
    }

    @Test
    void json_that_nests_without_end_is_none() {
        table.commit("{\"commitInfo\":" + "[".repeat(100_000));

        assertThat(told(USUAL)).contains("its log holds what is not JSON");
    }

    @Test
    void what_is_too_large_or_takes_too_long_is_refused_as_such() {
        table.checkpoint();

        assertThat(told(new Limits(USUAL.all(), USUAL.commits(), 100, USUAL.line(), USUAL.time())))
                .contains("its log has a checkpoint in one file that is larger than this server has memory for");
        table.orders(DAY, "eve");
        assertThat(told(new Limits(USUAL.all(), 100, USUAL.checkpoint(), USUAL.line(), USUAL.time())))
                .contains("its log has more since its last checkpoint than this server has memory for");
        assertThat(told(new Limits(USUAL.all(), USUAL.commits(), USUAL.checkpoint(), USUAL.line(), Duration.ZERO)))
                .contains("its log takes longer than this server reads one");
    }

    @Test
    void a_folder_of_another_format_is_no_table() throws IOException {
        Path iceberg = Files.createDirectories(machine.resolve("lake/iceberg/metadata"));
        Files.writeString(iceberg.resolve("v1.metadata.json"), "{\"format-version\":2}");

        assertThat(told(USUAL, new TableLocation("lake", "iceberg"))).contains("The table is not there");
    }

    private String told(Limits limits) {
        return told(limits, ORDERS);
    }

    private String told(Limits limits, TableLocation location) {
        Outcome<SnapshotFiles> read = new KeptTables(new DeltaTables(roots(), limits), settings(), Clock.systemUTC())
                .latest(location)
                .then(snapshot -> snapshot.follow());
        return read.match(
                files -> "read: " + files.tally(),
                (after, problem) -> "later: " + problem.sentence(),
                problems -> problems.stream().map(Problem::sentence).findFirst().orElseThrow());
    }

    private Settings settings() {
        return Settings.of(
                Map.of("SHARING_STORAGE_LAKE", machine.resolve("lake").toString()));
    }

    private LocalRoots roots() {
        return new LocalRoots(settings(), new SigningKey(new byte[32]));
    }
}
