package io.outputport.foundation.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {
    private static final String TEXT = "name: Orders\ndescription: r\u00E9gl\u00E9es\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "name: Orders", "n: \u00E9\u4E2D\uD83D\uDE00", "\uFEFFname: Orders"})
    void utf_8_is_read_as_it_is(String text) {
        TextEncoding read = TextEncoding.of(text.getBytes(StandardCharsets.UTF_8));

        assertThat(read.problem()).isEmpty();
        assertThat(read.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16, UTF-16", "UTF-16LE, UTF-16", "UTF-16BE, UTF-16", "UTF-32, UTF-32"})
    void wide_encodings_are_named(String charset, String name) {
        byte[] mark = charset.equals("UTF-32") ? new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF} : new byte[0];
        byte[] bytes = TEXT.getBytes(Charset.forName(charset));
        byte[] all = new byte[mark.length + bytes.length];
        System.arraycopy(mark, 0, all, 0, mark.length);
        System.arraycopy(bytes, 0, all, mark.length, bytes.length);

        TextEncoding read = TextEncoding.of(all);

        assertThat(read.problem())
                .map(Problem::sentence)
                .contains("The text is in " + name + ", but must be in UTF-8." + " Save it as UTF-8.");
        assertThat(read.text().replace("\uFEFF", "")).isEqualTo(TEXT);
    }

    @Test
    void latin_1_is_named_with_the_place_of_the_first_such_character() {
        TextEncoding read = TextEncoding.of(TEXT.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read.problem())
                .map(Problem::sentence)
                .contains("(line 2, column 15): The byte 0xE9 is no UTF-8: the text looks like Latin-1 (ISO 8859-1,"
                        + " Windows-1252). Save it as UTF-8.");
        assertThat(read.text()).isEqualTo(TEXT);
    }

    @Test
    void a_character_that_was_cut_off_at_the_end_is_no_utf_8() {
        byte[] whole = "name: \u00E9".getBytes(StandardCharsets.UTF_8);

        TextEncoding read = TextEncoding.of(java.util.Arrays.copyOf(whole, whole.length - 1));

        assertThat(read.problem()).isPresent();
    }
}
