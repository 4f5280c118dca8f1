package io.outputport.sharing.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFilterTest {

    @Test
    void a_value_holds_properties_of_whoever_reads() {
        RowFilter filter = new RowFilter(Map.of("a", "x-{recipient.client}-{recipient.region}", "b", "fixed"));

        assertThat(filter.value("a", Map.of("client", "$1", "region", "n"))).contains("x-$1-n");
        assertThat(filter.value("b", Map.of())).contains("fixed");
        assertThat(filter.refusals()).isEmpty();
    }

    @Test
    void a_property_that_is_missing_or_empty_gives_no_value() {
        RowFilter filter = new RowFilter(Map.of("a", "x-{recipient.client}"));

        assertThat(filter.value("a", Map.of("other", "1"))).isEmpty();
        assertThat(filter.value("a", Map.of("client", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{client}", "{recipient.}", "{recipient.client", "}", "{recipient.a b}", "x\n{"})
    void braces_hold_properties_only(String value) {
        assertThat(new RowFilter(Map.of("a", value)).refusals())
                .singleElement()
                .asString()
                .startsWith("partitionFilter: In braces stands only a property");
    }

    @Test
    void names_and_values_have_bounds() {
        assertThat(new RowFilter(Map.of("", "x")).refusals()).hasSize(1);
        assertThat(new RowFilter(Map.of("a", "")).refusals()).hasSize(1);
        assertThat(new RowFilter(Map.of("a", "x".repeat(256))).refusals()).hasSize(1);
        assertThat(new RowFilter(Map.of("a", "\u0000")).refusals()).hasSize(1);
    }
}
