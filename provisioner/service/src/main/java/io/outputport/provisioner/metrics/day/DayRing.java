package io.outputport.provisioner.metrics.day;

import io.outputport.provisioner.measure.DayFigures;
import io.outputport.provisioner.measure.DayFigures.DaySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Samples of a day. Each is a row of plain numbers, since there are thousands of them. */
final class DayRing {
    private static final Duration DAY = Duration.ofDays(1);
    /** About as many as a plot shows. */
    private static final int MOST_STEPS = 360;

    private final Duration period;
    private final Map<Figure, Integer> columns = new LinkedHashMap<>();
    private final Deque<Sample> rows = new ArrayDeque<>();

    private record Sample(Instant at, double[] values) {
        private double of(int column) {
            return column < values.length ? values[column] : 0;
        }
    }

    /** @param period from one sample to the next */
    DayRing(Duration period) {
        this.period = period;
    }

    synchronized void add(Instant at, Map<Figure, Double> sample) {
        sample.keySet().forEach(figure -> columns.putIfAbsent(figure, columns.size()));
        double[] values = new double[columns.size()];
        sample.forEach((figure, value) -> values[column(figure)] = value);
        rows.addLast(new Sample(at, values));
        while (rows.size() > DAY.dividedBy(period) + 1) {
            rows.removeFirst();
        }
    }

    /** Whole steps only, the newest one last. */
    synchronized DayFigures figures() {
        List<Sample> all = List.copyOf(rows);
        int width = Math.max(1, (all.size() + MOST_STEPS - 2) / MOST_STEPS);
        // The first is what later ones are compared with.
        List<Sample> edges = Stream.iterate(all.size() - 1, at -> at >= 0, at -> at - width)
                .map(all::get)
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
        List<DaySeries> series = columns.keySet().stream()
                .map(figure -> new DaySeries(figure.name(), figure.of(), values(figure, edges)))
                .toList();
        Instant from = edges.size() > 1 ? edges.get(1).at() : Instant.EPOCH;
        return new DayFigures(from, period.multipliedBy(width), series);
    }

    private List<Double> values(Figure figure, List<Sample> edges) {
        int column = column(figure);
        List<Double> values = new ArrayList<>();
        for (int at = 1; at < edges.size(); at++) {
            double now = edges.get(at).of(column);
            values.add(figure.sum() ? Math.max(0, now - edges.get(at - 1).of(column)) : now);
        }
        return values;
    }

    private int column(Figure figure) {
        return columns.getOrDefault(figure, 0);
    }
}
