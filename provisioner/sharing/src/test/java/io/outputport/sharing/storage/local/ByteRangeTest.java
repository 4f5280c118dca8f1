package io.outputport.sharing.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a file of a hundred bytes, as readers of Parquet ask for them. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=90-, 90, 99",
        "bytes=-8, 92, 99",
        "bytes=-200, 0, 99",
        "bytes=99-1000, 99, 99",
        "bytes=0-999999999999999999, 0, 99",
    })
    void one_range_is_cut_to_the_file(String header, long first, long last) {
        assertThat(ByteRange.isOne(header)).isTrue();
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=5-4"})
    void a_range_beside_the_file_is_none(String header) {
        assertThat(ByteRange.isOne(header)).isTrue();
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bytes=-", "bytes=", "bytes=0-1,5-6", "rows=0-1", "bytes=a-b", "bytes=9999999999999999999-"})
    void what_is_not_one_range_of_bytes_means_the_whole_file(String header) {
        assertThat(ByteRange.isOne(header)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=0-0", "bytes=-1"})
    void an_empty_file_has_no_part(String header) {
        assertThat(ByteRange.of(header, 0)).isEmpty();
    }
}
