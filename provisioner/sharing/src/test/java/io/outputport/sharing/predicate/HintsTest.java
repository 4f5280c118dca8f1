package io.outputport.sharing.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.predicate.Hints.Wanted;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.FileDescription;
import io.outputport.sharing.table.TableMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file with ids from 10 to 20, none of them null, words from "b" to "m", some null, times of one millisecond. */
class HintsTest {
    private static final TableMetadata TABLE = new TableMetadata(
            "t",
            Optional.empty(),
            Optional.empty(),
            "{\"type\":\"struct\",\"fields\":[" + field("id", "long") + "," + field("word", "string") + ","
                    + field("at", "timestamp") + "," + field("price", "double") + "," + field("day", "date") + "]}",
            List.of("day"),
            Map.of());
    private static final DataFile FILE = new DataFile(
            new StoragePath("t/f"),
            1,
            1,
            Optional.of(5L),
            FileDescription.of(
                    Map.of("day", Optional.of("2026-01-01")),
                    1,
                    Optional.of("{\"numRecords\":5,\"minValues\":{\"id\":10,\"word\":\"b\",\"price\":1.5,"
                            + "\"at\":\"2026-01-01T00:00:00.000Z\"},\"maxValues\":{\"id\":20,\"word\":\"m\","
                            + "\"price\":2.5,\"at\":\"2026-01-01T00:00:00.000Z\"},"
                            + "\"nullCount\":{\"id\":0,\"word\":1,\"price\":0,\"at\":0}}")),
            Optional.empty());

    private static String field(String name, String type) {
        return "{\"name\":\"" + name + "\",\"type\":\"" + type + "\",\"nullable\":true,\"metadata\":{}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "id = 9|NOTHING",
                "id < 10|NOTHING",
                "9 >= id|NOTHING",
                "id = '21'|NOTHING",
                "id IS NULL|NOTHING",
                "word > 'n'|NOTHING",
                "day = '2026-01-02'|NOTHING",
                "day IS NULL|NOTHING",
                "(id > 20) OR (word < 'a' AND id > 0)|NOTHING",
                "NOT id >= 10|NOTHING",
                "price < 1.5|NOTHING",
                "at > '2026-01-01T00:00:00.001Z'|NOTHING",
                "id >= 10|ALL",
                "id <> 9|ALL",
                "day = '2026-01-01'|ALL",
                "`day` = '2026-01-01' and ID <= 20|ALL",
                "id IS NOT NULL|ALL",
                "id = 15|PERHAPS",
                "word IS NULL|PERHAPS",
                "word >= 'b'|PERHAPS",
                "NOT word >= 'b'|PERHAPS",
                "price > 3|PERHAPS",
                "at > '2026-01-01T00:00:00.0005Z'|PERHAPS",
            })
    void a_file_is_judged_by_what_its_log_says(String sql, Wanted wanted) {
        assertThat(Hints.of(TABLE, List.of(sql), Optional.empty()).of(FILE)).isEqualTo(wanted);
    }

    /** Each would leave the file out, if it were understood in the nearest way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = 9.5.1",
                "id = \"9\"",
                "id = '9.5'",
                "word = 3",
                "word = 'a\\'b'",
                "day = 3",
                "at = '2027-01-01 00:00:00'",
                "id IN (1, 2)",
                "id = 9 OR",
                "(id = 9",
                "id = 9; drop table x",
                "a.id = 9",
                "id BETWEEN 1 AND 2",
                "word LIKE 'x%'",
                "id = NULL",
                "id + 1 = 9",
                "nobody = 9",
                "",
                "price = 'NaN'",
            })
    void what_is_not_understood_leaves_nothing_out(String sql) {
        assertThat(Hints.of(TABLE, List.of(sql), Optional.empty()).of(FILE)).isEqualTo(Wanted.PERHAPS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "3",
                "{\"op\":\"equal\"}",
                "{\"op\":\"in\",\"children\":[{},{}]}",
                "{\"op\":\"equal\",\"children\":[{\"op\":\"column\",\"name\":\"id\",\"valueType\":\"string\"},"
                        + "{\"op\":\"literal\",\"value\":\"9\",\"valueType\":\"string\"}]}",
                "{\"op\":\"equal\",\"children\":[{\"op\":\"column\",\"name\":\"id\",\"valueType\":\"long\"},"
                        + "{\"op\":\"literal\",\"value\":9,\"valueType\":\"long\"}]}",
                "{\"op\":\"equal\",\"children\":[{\"op\":\"column\",\"name\":\"id\",\"valueType\":\"long\"},"
                        + "{\"op\":\"column\",\"name\":\"id\",\"valueType\":\"long\"}]}",
            })
    void a_tree_that_is_not_understood_leaves_nothing_out(String json) {
        assertThat(Hints.of(TABLE, List.of(), Optional.of(json)).of(FILE)).isEqualTo(Wanted.PERHAPS);
        String deep = "{\"op\":\"not\",\"children\":[".repeat(200) + json + "]}".repeat(200);
        assertThat(Hints.of(TABLE, List.of(), Optional.of(deep)).of(FILE)).isEqualTo(Wanted.PERHAPS);
    }
}
