package io.outputport.provisioner.metrics.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.measure.DayFigures;
import io.outputport.provisioner.measure.DayFigures.DaySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayRingTest {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final Figure SUM = new Figure("waves", "", true);
    private static final Figure LEVEL = new Figure("queue", "running", false);

    private final DayRing ring = new DayRing(Duration.ofSeconds(10));

    @Test
    void of_a_sum_each_step_holds_what_was_added_and_of_a_level_how_it_stood() {
        add(0, Map.of(SUM, 5.0, LEVEL, 1.0));
        add(1, Map.of(SUM, 7.0, LEVEL, 3.0));
        add(2, Map.of(SUM, 7.0, LEVEL, 0.0));

        DayFigures figures = ring.figures();

        assertThat(figures.from()).isEqualTo(START.plusSeconds(10));
        assertThat(figures.step()).isEqualTo(Duration.ofSeconds(10));
        assertThat(figures.series())
                .containsExactlyInAnyOrder(
                        new DaySeries("waves", "", List.of(2.0, 0.0)),
                        new DaySeries("queue", "running", List.of(3.0, 0.0)));
    }

    @Test
    void a_meter_that_appears_later_begins_at_nothing() {
        add(0, Map.of());
        add(1, Map.of(SUM, 4.0));

        assertThat(ring.figures().series()).containsExactly(new DaySeries("waves", "", List.of(4.0)));
    }

    @Test
    void more_than_a_plot_shows_is_put_together_and_loses_nothing() {
        for (int sample = 0; sample <= 1_000; sample++) {
            add(sample, Map.of(SUM, (double) sample));
        }

        DayFigures figures = ring.figures();
        List<Double> values = figures.series().get(0).values();

        assertThat(values).hasSizeBetween(180, 360).containsOnly(values.get(0));
        assertThat(figures.step()).isEqualTo(Duration.ofSeconds(30));
        assertThat(values.stream().mapToDouble(value -> value).sum()).isGreaterThan(990);
    }

    @Test
    void what_is_older_than_a_day_is_forgotten() {
        for (int sample = 0; sample < 20_000; sample++) {
            add(sample, Map.of(SUM, (double) sample));
        }

        DayFigures figures = ring.figures();

        Duration told =
                figures.step().multipliedBy(figures.series().get(0).values().size());
        assertThat(told).isBetween(Duration.ofHours(23), Duration.ofHours(24));
    }

    private void add(int sample, Map<Figure, Double> values) {
        ring.add(START.plusSeconds(10L * sample), values);
    }
}
