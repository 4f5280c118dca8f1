package io.outputport.sharing.table.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.storage.local.LocalRoots;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.DeletionVector;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.source.TableVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that Delta Kernel wrote, read through a storage. */
class DeltaTablesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final TableLocation ORDERS = new TableLocation("lake", "sales/orders");

    @TempDir
    Path machine;

    private Path folder;
    private DeltaTables tables;

    @BeforeEach
    void aLake() throws IOException {
        Path lake = Files.createDirectories(machine.resolve("lake"));
        folder = lake.resolve("sales/orders");
        Settings settings =
                Settings.of(Map.of("SHARING_STORAGE_LAKE", lake.toUri().toString()));
        tables = new DeltaTables(new LocalRoots(settings, new SigningKey(new byte[32])));
    }

    @Test
    void a_table_is_told_with_its_version_its_columns_and_its_files() throws IOException {
        SampleTable.at(folder).orders(DAY, "ada", "bob").orders(DAY, "eve");

        TableVersion snapshot = opened(ORDERS);

        assertThat(snapshot.number()).isEqualTo(2);
        assertThat(snapshot.metadata().schema()).contains("\"name\":\"customer\",\"type\":\"string\"");
        assertThat(snapshot.readerFeatures()).isEmpty();
        List<DataFile> files = files(snapshot);
        assertThat(files).extracting(DataFile::liveRows).containsExactlyInAnyOrder(Optional.of(2L), Optional.of(1L));
        assertThat(files).hasSize(2).allSatisfy(file -> {
            assertThat(file.statistics().orElseThrow()).contains("numRecords");
            assertThat(snapshot.storage().find(file.path()).size()).isEqualTo(file.size());
        });
    }

    @Test
    void a_file_that_was_removed_does_not_come_back() {
        SampleTable table = SampleTable.at(folder).orders(DAY, "ada");
        String removed = table.lastAdded();
        table.orders(DAY, "bob")
                .commit("{\"remove\":{\"path\":\"" + removed + "\",\"deletionTimestamp\":1,\"dataChange\":true}}");

        assertThat(files(opened(ORDERS)))
                .singleElement()
                .extracting(file -> file.path().name())
                .isNotEqualTo(removed);
    }

    @Test
    void an_opened_version_stays_what_it_was_while_others_write() {
        SampleTable table = SampleTable.at(folder).orders(DAY, "ada");
        TableVersion before = opened(ORDERS);

        table.orders(DAY, "bob");

        assertThat(files(before)).hasSize(1);
        assertThat(files(opened(ORDERS))).hasSize(2);
    }

    @Test
    void partition_values_are_told_as_the_log_has_them_and_null_as_none() {
        SampleTable.partitioned(folder, "day", "customer").orders(DAY, "a b/ä%", null);

        assertThat(files(opened(ORDERS)))
                .extracting(DataFile::partitionValues)
                .containsExactlyInAnyOrder(
                        Map.of("day", Optional.of("2026-11-30"), "customer", Optional.of("a b/ä%")),
                        Map.of("day", Optional.of("2026-11-30"), "customer", Optional.empty()));
    }

    @Test
    void a_name_that_the_log_escapes_is_found_on_the_disk() throws IOException {
        SampleTable table = SampleTable.at(folder).orders(DAY, "ada");
        String added = table.lastAdded();
        Files.createDirectories(folder.resolve("customer=a b%2Fä"));
        Files.move(folder.resolve(added), folder.resolve("customer=a b%2Fä/part"));
        table.commit(
                "{\"remove\":{\"path\":\"" + added + "\",\"deletionTimestamp\":1,\"dataChange\":true}}",
                add("customer=a%20b%252F%C3%A4/part"));

        TableVersion snapshot = opened(ORDERS);

        assertThat(files(snapshot)).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo(new StoragePath("sales/orders/customer=a b%2Fä/part"));
            assertThat(snapshot.storage().find(file.path()).size()).isPositive();
        });
    }

    @Test
    void a_table_is_read_from_its_checkpoint_when_the_log_before_it_is_gone() throws IOException {
        SampleTable table = SampleTable.at(folder);
        table.orders(DAY, "ada").orders(DAY, "bob");
        table.checkpoint();
        Files.delete(table.log().resolve("%020d.json".formatted(0)));
        Files.delete(table.log().resolve("%020d.json".formatted(1)));

        assertThat(files(opened(ORDERS))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "s3://bucket/orders/part-0, names files outside of its folder",
        "file:/etc/passwd, names files outside of its folder",
        "/etc/passwd, names files outside of its folder",
        "//host/part-0, names files outside of its folder",
        "../customers/part-0, its log names a file outside of its folder",
        "a/%2e%2e/%2e%2e/part-0, its log names a file outside of its folder",
        "part 0, its log is broken",
        "part-0?x=1, in a way that is not Delta's",
    })
    void a_file_outside_of_the_table_is_never_named(String path, String told) {
        SampleTable.at(folder).orders(DAY, "ada").commit(add(path));

        assertThat(refusal(opened(ORDERS))).contains(told);
    }

    @Test
    void deleted_rows_are_told_wherever_their_vector_stands() throws IOException {
        Map<String, String> vectors = Map.of("delta.enableDeletionVectors", "true");
        SampleTable.with(folder, vectors)
                .orders(DAY, "ada", "bob", "eve")
                .without(false, 1)
                .orders(DAY, "ada", "bob")
                .without(true, 0, 1)
                .checkpoint();

        TableVersion snapshot = opened(ORDERS);

        assertThat(files(snapshot)).hasSize(2).allSatisfy(file -> {
            DeletionVector vector = file.vector().orElseThrow();
            if (vector.bits() instanceof DeletionVector.InFile in) {
                assertThat(in.path().value()).startsWith("sales/orders/ab/deletion_vector_");
                assertThat(snapshot.storage().find(in.path()).size()).isPositive();
                assertThat(file.liveRows()).contains(2L);
            } else {
                assertThat(vector.cardinality()).isEqualTo(2);
                assertThat(file.liveRows()).contains(0L);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "p, s3://bucket/v.bin, names files outside of its folder",
        "u, ../../abwi5b=000010000siXQKl0, names a deletion vector outside of its folder",
        "u, short, names a deletion vector outside of its folder",
        "x, wi5b, in a way that is not Delta's",
    })
    void a_vector_outside_of_the_table_is_never_named(String type, String where, String told) {
        SampleTable table = SampleTable.with(folder, Map.of("delta.enableDeletionVectors", "true"));
        table.commit(withVector(type, where));

        assertThat(refusal(opened(ORDERS))).contains(told);
    }

    @Test
    void a_vector_that_fills_the_log_is_refused() {
        SampleTable table = SampleTable.with(folder, Map.of("delta.enableDeletionVectors", "true"));
        table.commit(withVector("i", "0".repeat(5_000)));

        assertThat(refusal(opened(ORDERS))).contains("a deletion vector of more than 4096 characters");
    }

    private static String withVector(String type, String where) {
        return add("part-0")
                .replace(
                        "}}",
                        ",\"deletionVector\":{\"storageType\":\"" + type + "\",\"pathOrInlineDv\":\"" + where
                                + "\",\"sizeInBytes\":40,\"cardinality\":1}}}");
    }

    @Test
    void features_that_readers_must_know_are_told_or_refused_by_name() {
        SampleTable.with(folder, Map.of("delta.enableDeletionVectors", "true"));
        assertThat(opened(ORDERS).readerFeatures()).contains("deletionVectors");

        SampleTable.at(machine.resolve("lake/new"))
                .commit("{\"protocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7,"
                        + "\"readerFeatures\":[\"timeTravelByMood\"],\"writerFeatures\":[\"timeTravelByMood\"]}}");
        assertThat(problem(tables.newest(new TableLocation("lake", "new")))).contains("uses timeTravelByMood");
    }

    @Test
    void a_table_that_is_not_there_is_told_from_one_that_is_broken() throws IOException {
        assertThat(problem(tables.newest(ORDERS))).contains("The table is not there");
        Files.createDirectories(folder);
        assertThat(problem(tables.newest(ORDERS))).contains("The table is not there");
        Files.createDirectories(folder.resolve("_delta_log"));
        assertThat(problem(tables.newest(ORDERS))).contains("The table is not there");

        Files.writeString(folder.resolve("_delta_log/%020d.json".formatted(0)), "{\"protocol\":");
        assertThat(problem(tables.newest(ORDERS))).contains("its log holds what is not JSON");
    }

    @Test
    void a_log_with_a_hole_is_broken() throws IOException {
        SampleTable table = SampleTable.at(folder).orders(DAY, "ada").orders(DAY, "bob");
        Files.delete(table.log().resolve("%020d.json".formatted(1)));

        assertThat(problem(tables.newest(ORDERS))).contains("The table cannot be read: its log is broken");
    }

    @Test
    void a_log_behind_a_link_is_not_there() throws IOException {
        SampleTable.at(machine.resolve("elsewhere")).orders(DAY, "ada");
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("_delta_log"), machine.resolve("elsewhere/_delta_log"));

        assertThat(problem(tables.newest(ORDERS))).contains("The table is not there");
    }

    @Test
    void a_place_that_this_server_does_not_have_is_refused() {
        assertThat(problem(tables.newest(new TableLocation("attic", "sales/orders"))))
                .contains("does not have");
        assertThat(problem(tables.newest(new TableLocation("lake", "../secret"))))
                .contains("The path \"../secret\"");
    }

    @Test
    void no_problem_tells_where_a_table_lies() {
        SampleTable.at(folder).commit(add("file:/etc/passwd"));

        assertThat(refusal(opened(ORDERS))).doesNotContain(machine.toString(), "sales/orders", "/etc", "Exception");
    }

    private static String add(String path) {
        return "{\"add\":{\"path\":\"" + path
                + "\",\"partitionValues\":{},\"size\":100,\"modificationTime\":1,\"dataChange\":true}}";
    }

    private TableVersion opened(TableLocation location) {
        Outcome<TableVersion> outcome = tables.newest(location);
        assertThat(outcome.isDone()).as("%s", outcome).isTrue();
        return ((Outcome.Done<TableVersion>) outcome).value();
    }

    private static List<DataFile> files(TableVersion snapshot) {
        List<DataFile> found = new ArrayList<>();
        try (LiveFiles files = snapshot.files()) {
            files.forEachRemaining(found::add);
        }
        return found;
    }

    private static String refusal(TableVersion version) {
        TableFailure failure = catchThrowableOfType(TableFailure.class, () -> files(version));
        assertThat(failure.isPassing()).isFalse();
        return failure.problem().sentence();
    }

    private static String problem(Outcome<?> outcome) {
        return outcome.match(
                done -> "done: " + done,
                (after, problem) -> "later: " + problem,
                problems -> problems.stream().map(Problem::sentence).findFirst().orElseThrow());
    }
}
