package io.outputport.provisioner.descriptor.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which real types keep what a data contract promises. */
class ColumnTypeTest {
    @ParameterizedTest
    @CsvSource({
        "INT,       BIGINT,     true",
        "BIGINT,    NUMERIC,    true",
        "INT,       DOUBLE,     false",
        "DECIMAL,   INT,        true",
        "DOUBLE,    NUMBER,     true",
        "INT,       TEXT,       false",
        "TEXT,      INT,        false",
        "TEXT,      UUID,       true",
        "STRING,    DATE,       false",
        "DATE,      TIMESTAMP,  false",
        "TIMESTAMP, TIMESTAMPZ, true",
        "DATETIME,  TIMESTAMP,  true",
        "JSON,      VARIANT,    true",
        "MAP,       ARRAY,      true",
        "BOOLEAN,   SMALLINT,   false",
        "INT,       UNKNOWN,    true",
        "TSVECTOR,  TEXT,       true"
    })
    void a_promise_is_kept_by_types_that_mean_the_same_to_who_reads_them(
            DataType promised, DataType actual, boolean kept) {
        assertThat(type("x", TypeSize.UNBOUNDED, actual).keeps(promised)).isEqualTo(kept);
    }

    @Test
    void digits_behind_the_point_break_the_promise_of_a_whole_number() {
        assertThat(type("NUMBER", TypeSize.ofDigits(38, 0), DataType.NUMBER).keeps(DataType.INT))
                .isTrue();
        assertThat(type("NUMBER", TypeSize.ofDigits(10, 2), DataType.NUMBER).keeps(DataType.INT))
                .isFalse();
    }

    @Test
    void a_type_is_shown_with_its_size() {
        assertThat(type("numeric", TypeSize.ofDigits(10, 2), DataType.NUMERIC).shown())
                .isEqualTo("numeric(10,2)");
        assertThat(type("character varying", TypeSize.ofLength(40), DataType.VARCHAR)
                        .shown())
                .isEqualTo("character varying(40)");
        assertThat(type("text", TypeSize.UNBOUNDED, DataType.TEXT).shown()).isEqualTo("text");
    }

    @Test
    void a_contract_may_write_a_type_in_any_letter_case() {
        assertThat(DataType.named(" varchar ")).contains(DataType.VARCHAR);
        assertThat(DataType.named("VARCHAR(20)")).isEmpty();
    }

    private static ColumnType type(String name, TypeSize size, DataType dataType) {
        return new TypeTable(List.of(new TypeTable.Row(name, dataType, "String")), other -> other).of(name, size);
    }
}
