package io.outputport.provisioner.source.snowflake;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnowflakeFailureTest {
    @ParameterizedTest
    @CsvSource({
        "390100, 08001, refuses the provisioner's login",
        "390144, 08001, refuses the provisioner's login",
        "394400, 08001, refuses the provisioner's login",
        "2003, 02000, has no database DB that the provisioner's role may use",
        "606, 57P03, finds no warehouse to run on",
        "3001, 42501, denies the provisioner's role what it asks for"
    })
    void what_somebody_has_to_mend_stops(int code, String state, String words) {
        Outcome<String> outcome = failure(code, state);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Stopped.class,
                        stopped -> assertThat(stopped.problems().toString())
                                .contains(words, "(error " + code + ")")
                                .doesNotContain("JOE"));
    }

    @ParameterizedTest
    @CsvSource({"200015, 08001", "390112, 08001", "390114, 08001", "0, ''"})
    void what_may_pass_is_tried_again_later(int code, String state) {
        assertThat(failure(code, state)).isInstanceOf(Outcome.Later.class);
    }

    private static Outcome<String> failure(int code, String state) {
        return new SnowflakeFailure("acme", "DB").outcome(new SQLException("user JOE", state, code));
    }
}
