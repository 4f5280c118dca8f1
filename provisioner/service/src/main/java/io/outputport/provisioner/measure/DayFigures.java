package io.outputport.provisioner.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Figures of the last day in equal steps of time.
 *
 * @param from when the first step ends
 */
public record DayFigures(Instant from, Duration step, List<DaySeries> series) {
    public DayFigures {
        series = List.copyOf(series);
    }

    /**
     * One figure.
     *
     * @param of which of several of this name; empty where there is one
     * @param values one for each step
     */
    public record DaySeries(String name, String of, List<Double> values) {
        public DaySeries {
            values = List.copyOf(values);
        }
    }
}
