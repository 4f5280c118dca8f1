package io.outputport.benchmark.durable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long each of many equal things took. */
final class Times {
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    void add(long tookNanos) {
        nanos.add(tookNanos);
    }

    /** @param part for example 0.99; the time that this part of all did not exceed */
    double millis(double part) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int last = sorted.size() - 1;
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(part * last)) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, most %.1f ms (%d)",
                millis(0.5),
                millis(0.99),
                millis(1),
                nanos.size());
    }
}
