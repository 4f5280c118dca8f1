package io.outputport.foundation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows are read by other versions than the one that wrote them. */
class StoredJsonTest {
    private enum Kind {
        SELECT,
        SELECT_BY_PK,
        SELECT_AGGREGATE
    }

    private record Row(
            String name,
            Optional<String> note,
            List<String> lines,
            Set<Kind> kinds,
            Map<Kind, String> names,
            boolean on) {}

    private static final Row FULL = new Row(
            "n",
            Optional.of("why"),
            List.of("b", "a"),
            Set.of(Kind.values()),
            Map.of(Kind.SELECT_AGGREGATE, "c", Kind.SELECT, "a", Kind.SELECT_BY_PK, "b"),
            true);

    @Test
    void equal_records_make_equal_texts_whatever_the_order_of_their_sets() {
        String text = StoredJson.PLAIN.write(FULL);

        assertThat(text)
                .isEqualTo(
                        "{\"name\":\"n\",\"note\":\"why\",\"lines\":[\"b\",\"a\"],"
                                + "\"kinds\":[\"SELECT\",\"SELECT_AGGREGATE\",\"SELECT_BY_PK\"],"
                                + "\"names\":{\"SELECT\":\"a\",\"SELECT_BY_PK\":\"b\",\"SELECT_AGGREGATE\":\"c\"},\"on\":true}");
        assertThat(StoredJson.PLAIN.read(text, Row.class)).isEqualTo(FULL);
    }

    @Test
    void what_an_older_version_did_not_know_is_empty_and_what_a_newer_one_adds_is_passed_over() {
        assertThat(StoredJson.PLAIN.read("{\"name\":\"n\",\"added\":{\"later\":[1]}}", Row.class))
                .isEqualTo(new Row("n", Optional.empty(), List.of(), Set.of(), Map.of(), false));
    }

    @Test
    void a_text_of_something_else_shows_where_it_is_read() {
        for (String foreign : List.of("{}", "[]", "{\"name\":null}", "{\"name\":\"n\",\"kinds\":[\"OTHER\"]}", "no")) {
            assertThatThrownBy(() -> StoredJson.PLAIN.read(foreign, Row.class))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a column holds what is no Row");
        }
    }

    @Test
    void lists_are_read_as_they_were_written() {
        String text = StoredJson.PLAIN.writeAll(List.of("b", "a \u0000 \uD83D"));

        assertThat(StoredJson.PLAIN.readAll(text, String.class)).containsExactly("b", "a \u0000 \uD83D");
    }
}
