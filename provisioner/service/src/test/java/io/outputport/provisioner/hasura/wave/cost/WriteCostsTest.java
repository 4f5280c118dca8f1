package io.outputport.provisioner.hasura.wave.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a few writes teach of what the next one will cost. */
class WriteCostsTest {
    private static final Effort NEW_PORT = new Effort(3, 2, 100);
    private static final Effort WHOLE = new Effort(1, 21, 100);

    @Test
    void nothing_learned_is_what_users_of_hasura_report() {
        assertThat(WriteCosts.NOTHING_LEARNED.seconds(NEW_PORT)).isCloseTo(5.1, within(0.001));
        assertThat(WriteCosts.NOTHING_LEARNED.seconds(WHOLE)).isCloseTo(7.8, within(0.001));
    }

    @ParameterizedTest(name = "a build of a table costs {0} s and a look {1} s")
    @CsvSource({"0.001,5", "0.5,0.01", "0,0.02", "0.02,0"})
    void two_kinds_of_writes_teach_what_each_costs(double build, double look) {
        WriteCosts costs = WriteCosts.NOTHING_LEARNED;
        for (int write = 0; write < 10; write++) {
            costs = after(after(costs, NEW_PORT, build, look), WHOLE, build, look);
        }

        Effort other = new Effort(16, 10, 110);
        double expected = 16 * 110 * build + 10 * look;
        assertThat(costs.seconds(other)).isCloseTo(expected, within(0.01 + expected / 10));
        assertThat(costs.seconds(NEW_PORT)).isNotNegative();
    }

    @Test
    void writes_of_one_kind_teach_their_own_length_and_the_assumed_proportion_tells_the_rest() {
        WriteCosts costs = WriteCosts.NOTHING_LEARNED;
        for (int write = 0; write < 10; write++) {
            costs = after(costs, NEW_PORT, 0.03, 0.6);
        }

        assertThat(costs.seconds(NEW_PORT)).isCloseTo(10.2, within(0.01));
        assertThat(costs.seconds(WHOLE)).isCloseTo(15.6, within(0.5));
    }

    @Test
    void what_has_become_slower_is_noticed_within_a_few_writes() {
        WriteCosts costs = WriteCosts.NOTHING_LEARNED;
        for (int write = 0; write < 20; write++) {
            costs = after(costs, WHOLE, 0.01, 0.1);
        }
        for (int write = 0; write < 20; write++) {
            costs = after(costs, WHOLE, 0.1, 1);
        }

        assertThat(costs.seconds(WHOLE)).isCloseTo(31, within(3.0));
    }

    @Test
    void one_write_that_hung_hardly_counts() {
        WriteCosts costs = WriteCosts.NOTHING_LEARNED;
        for (int write = 0; write < 10; write++) {
            costs = after(costs, NEW_PORT, 0.01, 0.1);
        }

        costs = costs.with(NEW_PORT, Duration.ofMinutes(10));

        assertThat(costs.seconds(NEW_PORT)).isLessThan(4.5);
    }

    private static WriteCosts after(WriteCosts costs, Effort effort, double build, double look) {
        double seconds = effort.builds() * effort.tables() * build + effort.looks() * look;
        return costs.with(effort, Duration.ofNanos(Math.round(seconds * 1e9)));
    }
}
