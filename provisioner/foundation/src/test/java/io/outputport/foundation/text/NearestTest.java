package io.outputport.foundation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "veiw, view",
        "vew, ''",
        "vieww, view",
        "VIEV, view",
        "tabel, table",
        "shcema, schema",
        "schmea, schema",
        "tecnologhy, technology",
        "technology, technology",
        "weiv, ''",
        "'', ''"
    })
    void one_slip_in_four_letters_is_forgiven_and_a_swap_is_one(String written, String meant) {
        List<String> known = List.of("view", "table", "schema", "technology");

        assertThat(Nearest.to(written, known).orElse("")).isEqualTo(meant);
    }
}
