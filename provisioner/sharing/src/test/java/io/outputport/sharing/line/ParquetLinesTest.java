package io.outputport.sharing.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.Tally;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that every client reads. */
class ParquetLinesTest {
    private static final String SCHEMA = "{\"type\":\"struct\",\"fields\":[{\"name\":\"id\",\"type\":\"long\","
            + "\"nullable\":true,\"metadata\":{\"comment\":\"of the \\\"order\\\"\",\"delta.generationExpression\":"
            + "\"secret()\"}},{\"name\":\"metadata\",\"type\":{\"type\":\"array\",\"elementType\":{\"type\":\"struct\","
            + "\"fields\":[{\"name\":\"x\",\"type\":\"string\",\"nullable\":true,\"metadata\":{\"CURRENT_DEFAULT\":"
            + "\"'secret'\"}}]},\"containsNull\":true},\"nullable\":true,\"metadata\":{}}]}";

    @Test
    void the_protocol_asks_nothing_of_a_reader() {
        assertThat(text(ParquetLines.protocol())).isEqualTo("{\"protocol\":{\"minReaderVersion\":1}}\n");
    }

    @Test
    void the_metadata_tells_columns_and_size_and_nothing_that_is_the_owners_business() {
        String line = text(ParquetLines.metadata(table(Map.of("delta.x", "secret"), Set.of()), new Tally(2, 300)));

        assertThat(line)
                .startsWith("{\"metaData\":{\"id\":\"t\",\"name\":\"orders\",\"format\":{\"provider\":\"parquet\"},"
                        + "\"schemaString\":\"{\\\"type\\\":\\\"struct\\\"")
                .contains("of the \\\\\\\"order\\\\\\\"")
                .doesNotContain("secret")
                .endsWith("\"partitionColumns\":[\"day\"],\"configuration\":{},\"version\":7,\"size\":300,"
                        + "\"numFiles\":2}}\n");
    }

    @Test
    void a_file_is_told_with_its_address_and_when_that_ends() {
        DataFile file = new DataFile(
                new StoragePath("a"), "f", Map.of("day", Optional.empty()), 100, Optional.of("{\"numRecords\":1}"));

        assertThat(text(ParquetLines.file(file, URI.create("http://x/a"), Instant.ofEpochSecond(5))))
                .isEqualTo("{\"file\":{\"url\":\"http://x/a\",\"id\":\"f\",\"partitionValues\":{\"day\":null},"
                        + "\"size\":100,\"stats\":\"{\\\"numRecords\\\":1}\",\"expirationTimestamp\":5000}}\n");
    }

    @Test
    void the_end_tells_when_the_first_address_ends_or_what_went_wrong() {
        assertThat(text(EndLine.done(Instant.ofEpochSecond(5))))
                .isEqualTo("{\"endStreamAction\":{\"minUrlExpirationTimestamp\":5000}}\n");
        assertThat(text(EndLine.done())).isEqualTo("{\"endStreamAction\":{}}\n");
        assertThat(text(EndLine.failed("x\"y"))).isEqualTo("{\"endStreamAction\":{\"errorMessage\":\"x\\\"y\"}}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deletionVectors", "timestampNtz", "typeWidening", "variantType", "somethingNew"})
    void what_the_format_cannot_say_is_refused_by_name(String feature) {
        assertThat(ParquetLines.refusal(table(Map.of(), Set.of(feature, "v2Checkpoint")))
                        .map(Problem::message))
                .contains("The table uses " + feature + ", which this server does not serve.");
    }

    @Test
    void renamed_columns_are_refused_and_features_of_the_log_are_not() {
        assertThat(ParquetLines.refusal(table(Map.of("delta.columnMapping.mode", "name"), Set.of()))
                        .map(Problem::message))
                .hasValueSatisfying(message -> assertThat(message).contains("columnMapping"));
        assertThat(ParquetLines.refusal(table(
                        Map.of("delta.columnMapping.mode", "none"),
                        Set.of("columnMapping", "v2Checkpoint", "vacuumProtocolCheck"))))
                .isEmpty();
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
        public Outcome<Tally> tally() {
            throw new IllegalStateException("lines do not look at files");
        }

        @Override
        public LiveFiles files() {
            throw new IllegalStateException("lines do not look at files");
        }
    }
}
