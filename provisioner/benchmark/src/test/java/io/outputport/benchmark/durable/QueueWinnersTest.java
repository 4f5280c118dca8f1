package io.outputport.benchmark.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class QueueWinnersTest {
    private final StringWriter out = new StringWriter();
    private final QueueWinners winners = new QueueWinners();

    @Test
    void of_each_figure_the_least_wins() {
        winners.begin("one");
        winners.add("acceptance, p50 ms", 6.2);
        winners.add("all drained, s", 54.5);
        winners.begin("two");
        winners.add("acceptance, p50 ms", 7);
        winners.add("all drained, s", 51.04);

        winners.tell(new PrintWriter(out));

        assertThat(out.toString().lines().map(line -> line.strip().replaceAll(" {2,}", " | ")))
                .containsExactly(
                        "figure | one | two | won",
                        "acceptance, p50 ms | 6.2 | 7.0 | one",
                        "all drained, s | 54.5 | 51.0 | two");
    }

    @Test
    void alone_nobody_wins() {
        winners.begin("one");
        winners.add("all drained, s", 54.5);

        winners.tell(new PrintWriter(out));

        assertThat(out.toString()).isEmpty();
    }
}
