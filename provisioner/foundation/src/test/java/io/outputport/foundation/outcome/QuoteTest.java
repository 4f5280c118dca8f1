package io.outputport.foundation.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "No suitable driver found for jdbc:snowflake://a.b/?user=u&password=s3cret%26&db=D",
                "claims to not accept jdbcUrl, jdbc:snowflake://a.b/?private_key_file_pwd=s3cret",
                "could not connect to postgres://owner:s3cret@db:5432/sales",
                "TOKEN=s3cret"
            })
    void a_password_in_an_address_is_not_repeated(String words) {
        assertThat(Quote.of(words, 500)).contains("***").doesNotContain("s3cret");
    }

    @Test
    void the_rest_of_the_words_stays() {
        assertThat(Quote.of("no such table: \"a\" in jdbc:snowflake://a.b/?password=x&db=D", 500))
                .isEqualTo("no such table: \"a\" in jdbc:snowflake://a.b/?password=***&db=D");
    }

    @Test
    void what_is_too_long_is_cut() {
        assertThat(Quote.of("abcdef", 3)).isEqualTo("abc…");
        assertThat(Quote.of("abc", 3)).isEqualTo("abc");
    }
}
