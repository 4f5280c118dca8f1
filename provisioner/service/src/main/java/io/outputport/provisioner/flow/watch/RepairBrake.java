package io.outputport.provisioner.flow.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who repairs a port again and again fights with somebody, and every repair is a schema build for all of Hasura. So there
 * is an end to it.
 */
public final class RepairBrake {
    static final int MOST = 3;
    static final Duration PERIOD = Duration.ofDays(1);

    private RepairBrake() {}

    /** The repairs that still count. */
    public static List<Instant> recent(List<Instant> repairs, Instant now) {
        return repairs.stream().filter(made -> made.isAfter(now.minus(PERIOD))).toList();
    }

    static boolean isOn(List<Instant> recent) {
        return recent.size() >= MOST;
    }

    static List<Instant> withOneMore(List<Instant> recent, Instant now) {
        List<Instant> all = new ArrayList<>(recent);
        all.add(now);
        return all;
    }
}
