package io.outputport.sharing.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import java.util.Optional;
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
    @ValueSource(strings = {"responseformat=delta", "responseformat=DELTA;readerfeatures=deletionvectors"})
    void a_client_that_reads_only_the_other_format_is_told_what_to_send(String header) {
        assertThat(answer(Optional.of(header)))
                .contains("The response format delta is not served", "responseformat=parquet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"responseformat=iceberg", "responseformat=", "responseformat=parquet2"})
    void a_format_that_there_is_not_is_refused(String header) {
        assertThat(answer(Optional.of(header))).contains("names no response format that there is");
    }

    private static String answer(Optional<String> header) {
        Outcome<Capabilities> capabilities = Capabilities.of(header).then(Capabilities::parquet);
        return capabilities.match(
                Capabilities::answer,
                (after, problem) -> "later",
                problems -> problems.stream().map(Problem::sentence).findFirst().orElseThrow());
    }
}
