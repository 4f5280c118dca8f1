package io.outputport.sharing.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.DeletionVector;
import io.outputport.sharing.table.FileDescription;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.SnapshotFiles;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.Tally;
import io.outputport.sharing.text.Utf8Builder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    private static final String SCHEMA = "{\"type\":\"struct\",\"fields\":[{\"name\":\"id\",\"type\":\"long\","
            + "\"nullable\":true,\"metadata\":{\"comment\":\"of the \\\"order\\\"\",\"delta.generationExpression\":"
            + "\"secret()\",\"delta.columnMapping.physicalName\":\"col-1\"}},{\"name\":\"metadata\",\"type\":"
            + "{\"type\":\"array\",\"elementType\":{\"type\":\"struct\","
            + "\"fields\":[{\"name\":\"x\",\"type\":\"string\",\"nullable\":true,\"metadata\":{\"CURRENT_DEFAULT\":"
            + "\"'secret'\"}}]},\"containsNull\":true},\"nullable\":true,\"metadata\":{}}]}";
    private static final DeletionVector IN_LOG = new DeletionVector(new DeletionVector.Inline("a\"b"), 40, 2);
    private static final DeletionVector IN_FILE =
            new DeletionVector(new DeletionVector.InFile(new StoragePath("t/v.bin"), Optional.of(1)), 40, 2);

    @Test
    void parquet_asks_nothing_of_a_reader_and_tells_nothing_that_is_the_owners_business() {
        String[] lines = head(ResponseFormat.PARQUET, table(Map.of("delta.x", "secret"), Set.of()));

        assertThat(lines[0]).isEqualTo("{\"protocol\":{\"minReaderVersion\":1}}");
        assertThat(lines[1])
                .startsWith("{\"metaData\":{\"id\":\"t\",\"name\":\"orders\",\"format\":{\"provider\":\"parquet\"},"
                        + "\"schemaString\":\"{\\\"type\\\":\\\"struct\\\"")
                .contains("of the \\\\\\\"order\\\\\\\"")
                .doesNotContain("secret", "physicalName")
                .endsWith("\"partitionColumns\":[\"day\"],\"configuration\":{},\"version\":7,\"size\":300,"
                        + "\"numFiles\":2}}");
    }

    @Test
    void delta_tells_what_readers_go_by_and_nothing_else_of_the_log() {
        Map<String, String> properties = Map.of(
                "delta.x",
                "secret",
                "delta.columnMapping.mode",
                "id",
                "delta.checkpointPolicy",
                "v2",
                "delta.columnMapping.maxColumnId",
                "5");

        String[] lines = head(
                ResponseFormat.DELTA,
                table(properties, Set.of("v2Checkpoint", "columnMapping", "deletionVectors", "vacuumProtocolCheck")));

        assertThat(lines[0])
                .isEqualTo("{\"protocol\":{\"deltaProtocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7,"
                        + "\"readerFeatures\":[\"columnMapping\",\"deletionVectors\"],"
                        + "\"writerFeatures\":[\"columnMapping\",\"deletionVectors\"]}}}");
        assertThat(lines[1])
                .startsWith("{\"metaData\":{\"deltaMetadata\":{\"id\":\"t\",\"name\":\"orders\",\"format\":"
                        + "{\"provider\":\"parquet\",\"options\":{}},\"schemaString\":\"")
                .contains("physicalName", "of the \\\\\\\"order\\\\\\\"")
                .doesNotContain("secret")
                .endsWith("\"partitionColumns\":[\"day\"],\"configuration\":{"
                        + "\"delta.columnMapping.maxColumnId\":\"5\",\"delta.columnMapping.mode\":\"id\"}},"
                        + "\"version\":7,\"size\":300,\"numFiles\":2}}");
    }

    @ParameterizedTest
    @CsvSource({"none, 1, 2", "name, 2, 5", "id, 2, 5"})
    void a_protocol_asks_for_no_more_than_is_needed(String mapping, int reader, int writer) {
        Snapshot table = table(Map.of("delta.columnMapping.mode", mapping), Set.of("columnMapping", "v2Checkpoint"));

        assertThat(head(ResponseFormat.DELTA, table)[0])
                .isEqualTo("{\"protocol\":{\"deltaProtocol\":{\"minReaderVersion\":" + reader + ",\"minWriterVersion\":"
                        + writer + "}}}");
    }

    @Test
    void a_file_is_told_in_both_formats_with_its_address_and_when_that_ends() {
        assertThat(line(ResponseFormat.PARQUET, file(Optional.empty())))
                .isEqualTo("{\"file\":{\"url\":\"http://x/t/a\",\"id\":\"3315da9d1fccca3a5a620842b4cd98e0\","
                        + "\"partitionValues\":{\"day\":null,\"k\":\"a\\\"b\"},\"size\":100,"
                        + "\"stats\":\"{\\\"numRecords\\\":9}\",\"expirationTimestamp\":5000}}\n");
        assertThat(line(ResponseFormat.DELTA, file(Optional.empty())))
                .isEqualTo("{\"file\":{\"id\":\"3315da9d1fccca3a5a620842b4cd98e0\",\"size\":100,"
                        + "\"expirationTimestamp\":5000,\"deltaSingleAction\":{\"add\":{\"path\":\"http://x/t/a\","
                        + "\"partitionValues\":{\"day\":null,\"k\":\"a\\\"b\"},\"size\":100,"
                        + "\"stats\":\"{\\\"numRecords\\\":9}\",\"modificationTime\":3,\"dataChange\":true}}}}\n");
    }

    @Test
    void a_vector_goes_along_with_an_address_and_an_id_or_as_the_log_has_it() {
        assertThat(line(ResponseFormat.DELTA, file(Optional.of(IN_FILE))))
                .contains("\"deletionVectorFileId\":\"512073b0dfd3719fbb0e35d38816ba40\"")
                .contains(",\"deletionVector\":{\"storageType\":\"p\",\"pathOrInlineDv\":\"http://x/t/v.bin\","
                        + "\"offset\":1,\"sizeInBytes\":40,\"cardinality\":2}}}}}\n");
        assertThat(line(ResponseFormat.DELTA, file(Optional.of(IN_LOG))))
                .doesNotContain("deletionVectorFileId")
                .contains(",\"deletionVector\":{\"storageType\":\"i\",\"pathOrInlineDv\":\"a\\\"b\","
                        + "\"sizeInBytes\":40,\"cardinality\":2}}}}}\n");
    }

    @Test
    void a_vector_is_never_left_out() {
        assertThatThrownBy(() -> line(ResponseFormat.PARQUET, file(Optional.of(IN_LOG))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_description_is_read_as_it_was_written() {
        DataFile file = file(Optional.empty());

        assertThat(file.partitionValues()).isEqualTo(Map.of("day", Optional.empty(), "k", Optional.of("a\"b")));
        assertThat(file.statistics()).contains("{\"numRecords\":9}");
        assertThat(FileDescription.of(Map.of(), 1, Optional.empty()).json().toString())
                .isEqualTo("\"partitionValues\":{},\"size\":1");
    }

    @Test
    void the_end_tells_when_the_first_address_ends_or_what_went_wrong() {
        assertThat(text(new EndLine(Optional.of("r"), Optional.of("p"), Optional.of(Instant.ofEpochSecond(5))).json()))
                .isEqualTo("{\"endStreamAction\":{\"refreshToken\":\"r\",\"nextPageToken\":\"p\","
                        + "\"minUrlExpirationTimestamp\":5000}}\n");
        assertThat(text(new EndLine(Optional.empty(), Optional.empty(), Optional.empty()).json()))
                .isEqualTo("{\"endStreamAction\":{}}\n");
        assertThat(text(EndLine.failed("x\"y"))).isEqualTo("{\"endStreamAction\":{\"errorMessage\":\"x\\\"y\"}}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalogManaged", "geospatial", "somethingNew"})
    void what_no_line_can_say_is_refused_by_name(String feature) {
        assertThat(ReaderNeeds.refusal(table(Map.of(), Set.of(feature, "v2Checkpoint", "deletionVectors")))
                        .map(Problem::message))
                .contains("The table uses " + feature + ", which this server does not serve.");
    }

    @Test
    void renamed_columns_are_a_need_and_features_of_the_log_are_not() {
        assertThat(ReaderNeeds.of(table(Map.of("delta.columnMapping.mode", "name"), Set.of())))
                .containsExactly("columnMapping");
        assertThat(ReaderNeeds.of(table(
                        Map.of("delta.columnMapping.mode", "none"),
                        Set.of("columnMapping", "v2Checkpoint", "vacuumProtocolCheck"))))
                .isEmpty();
    }

    private static String[] head(ResponseFormat format, Snapshot table) {
        return text(HeadLines.of(format, table, Optional.of(new Tally(2, 300)))).split("\n");
    }

    private static String line(ResponseFormat format, DataFile file) {
        Utf8Builder line = new Utf8Builder(100);
        new FileLines(
                        format,
                        (path, to) -> to.text("http://x/" + path),
                        new FileIds(FileIds.Hash.PARQUET),
                        Instant.ofEpochSecond(5))
                .add(line, List.of(file));
        return text(line.take());
    }

    private static DataFile file(Optional<DeletionVector> vector) {
        Map<String, Optional<String>> partition =
                new TreeMap<>(Map.of("day", Optional.empty(), "k", Optional.of("a\"b")));
        return new DataFile(
                new StoragePath("t/a"),
                100,
                3,
                Optional.of(9L),
                FileDescription.of(partition, 100, Optional.of("{\"numRecords\":9}")),
                vector);
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    private static Snapshot table(Map<String, String> configuration, Set<String> features) {
        TableMetadata metadata =
                new TableMetadata("t", Optional.of("orders"), Optional.empty(), SCHEMA, List.of("day"), configuration);
        return new Told(metadata, features);
    }

    /** A version that is only told about. */
    private record Told(TableMetadata metadata, Set<String> readerFeatures) implements Snapshot {
        @Override
        public long version() {
            return 7;
        }

        @Override
        public Storage storage() {
            throw new IllegalStateException("lines do not look at files");
        }

        @Override
        public Outcome<SnapshotFiles> read() {
            throw new IllegalStateException("what is told of a table does not depend on files");
        }

        @Override
        public Outcome<SnapshotFiles> follow() {
            throw new IllegalStateException("what is told of a table does not depend on files");
        }
    }
}
