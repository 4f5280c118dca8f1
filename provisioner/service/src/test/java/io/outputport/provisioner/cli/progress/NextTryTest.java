package io.outputport.provisioner.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class NextTryTest {
    private final ArrayNode logs = JsonNodeFactory.instance.arrayNode();
    private final NextTry nextTry = new NextTry();

    @Test
    void while_a_task_waits_it_is_told_when_it_is_tried_again() {
        said("Hasura could not be reached. Trying again in 90 s.");

        assertThat(nextTry.words()).matches(", tried again in (90|8\\d) s");
    }

    @Test
    void minutes_are_counted_in_seconds() {
        said("Trying again in 3 min.");

        assertThat(nextTry.words()).matches(", tried again in 1[78]\\d s");
    }

    @Test
    void when_the_task_goes_on_nothing_more_is_told() {
        said("Hasura could not be reached. Trying again in 90 s.");
        said("The source has finance.orders with 3 columns.");

        assertThat(nextTry.words()).isEmpty();
    }

    @Test
    void a_time_that_is_over_is_now() {
        said("Trying again in 0 s.");

        assertThat(nextTry.words()).isEqualTo(", tried again now");
    }

    private void said(String message) {
        logs.addObject().put("message", message);
        nextTry.see(logs);
    }
}
