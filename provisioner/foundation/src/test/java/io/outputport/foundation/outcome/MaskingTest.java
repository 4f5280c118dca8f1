package io.outputport.foundation.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of another system's words before anybody sees them. */
class MaskingTest {
    private static final ProblemCode CODE = new ProblemCode("hasura-refused");

    private final Redaction redaction = new Redaction();

    @BeforeEach
    void learn() {
        redaction.learn("the-admin-secret");
        Masking.add(redaction);
    }

    @AfterEach
    void forget() {
        Masking.remove(redaction);
    }

    @Test
    void a_problem_repeats_no_known_secret_wherever_its_words_come_from() {
        Problem problem = Problem.of(CODE, "Hasura refused: the-admin-secret is wrong.", "Not the-admin-secret.");

        assertThat(problem.sentence()).isEqualTo("Hasura refused: *** is wrong. Not ***.");
    }

    @Test
    void a_problem_is_one_line_that_does_not_colour_the_terminal() {
        Problem problem = new Problem(
                CODE,
                "column \"a\n12:00:00.000 INFO  Forged - all is well\u001b[2J\u202e\" is missing\u2028x",
                Optional.of("a\rb"),
                Optional.empty(),
                Optional.empty());

        assertThat(problem.sentence())
                .isEqualTo("a\\rb: column \"a\\n12:00:00.000 INFO  Forged - all is well\\u001b[2J\\u202e\" is missing"
                        + "\\u2028x");
    }

    @Test
    void a_quote_is_masked_by_shape_as_well() {
        assertThat(Quote.of("password 'x1' and\nsecret: the-admin-secret", 100))
                .isEqualTo("password *** and\\nsecret: ***");
    }
}
