package io.outputport.sharing.protocol.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.SnapshotFiles;
import io.outputport.sharing.table.TableMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients write into their header, as the official ones do and as others might. */
class CapabilitiesTest {

    @Test
    void without_a_header_the_answer_is_parquet() {
        assertThat(answer(Optional.empty())).isEqualTo("responseformat=parquet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "responseformat=parquet|responseformat=parquet",
                "responseformat=delta,parquet|responseformat=parquet",
                "ResponseFormat=Delta, Parquet ; readerFeatures=deletionVectors,columnMapping|responseformat=parquet",
                "responseformat=parquet;includeendstreamaction=true"
                        + "|responseformat=parquet;includeendstreamaction=true",
                "includeEndStreamAction=TRUE|responseformat=parquet;includeendstreamaction=true",
                "includeendstreamaction=false|responseformat=parquet",
                "asyncquery=true;futurething=1;;=;x|responseformat=parquet",
                "''|responseformat=parquet",
            })
    void parquet_is_answered_where_it_is_among_what_the_client_reads(String header, String answer) {
        assertThat(answer(Optional.of(header))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "responseformat=delta||responseformat=delta",
                "responseformat=DELTA;readerfeatures=deletionvectors|deletionVectors|responseformat=delta",
                "responseformat=delta,parquet;readerfeatures=columnMapping, deletionVectors,x"
                        + "|deletionVectors|responseformat=delta",
                "responseformat=delta,parquet|v2Checkpoint|responseformat=parquet",
            })
    void delta_is_answered_where_the_table_needs_it_or_nothing_else_is_read(
            String header, @Nullable String feature, String answer) {
        assertThat(answer(Optional.of(header), feature)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "responseformat=parquet",
                "responseformat=parquet;readerfeatures=deletionvectors",
                "responseformat=delta",
                "responseformat=delta,parquet;readerfeatures=columnmapping",
                ""
            })
    void a_client_that_would_not_see_which_rows_are_deleted_is_told_what_to_send(String header) {
        assertThat(answer(Optional.of(header), "deletionVectors"))
                .isEqualTo(
                        "The table uses deletionVectors, which this client does not say that it reads. Send the header"
                                + " delta-sharing-capabilities: responseformat=delta;readerfeatures=deletionvectors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"responseformat=iceberg", "responseformat=", "responseformat=parquet2"})
    void a_format_that_there_is_not_is_refused(String header) {
        assertThat(answer(Optional.of(header))).contains("names no response format that there is");
    }

    private static String answer(Optional<String> header) {
        return answer(header, null);
    }

    private static String answer(Optional<String> header, @Nullable String feature) {
        Snapshot table = new Told(Optional.ofNullable(feature).map(Set::of).orElse(Set.of()));
        return Capabilities.of(header)
                .then(capabilities -> capabilities.format(table).map(capabilities::answer))
                .match(
                        answer -> answer,
                        (after, problem) -> "later",
                        problems -> problems.stream()
                                .map(Problem::sentence)
                                .findFirst()
                                .orElseThrow());
    }

    /** A version that is only told about. */
    private record Told(Set<String> readerFeatures) implements Snapshot {
        @Override
        public TableMetadata metadata() {
            return new TableMetadata("t", Optional.empty(), Optional.empty(), "{}", List.of(), Map.of());
        }

        @Override
        public long version() {
            return 7;
        }

        @Override
        public Storage storage() {
            throw new IllegalStateException("what is answered does not depend on files");
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
