package io.outputport.provisioner.hasura.wave.writer;

import io.outputport.provisioner.hasura.metadata.Pause;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * The short wait before a wave in which ports of a burst come together. A port that comes alone is never kept waiting;
 * where several came at once, those that follow closely are let in: for as long as they keep coming, and not longer than a
 * burst is worth.
 */
public final class Debounce {
    private static final Duration GAP = Duration.ofMillis(200);
    private static final int MOST_GAPS = 25;
    /** A slow Hasura is worth a longer look for others, since each build that is saved is a long one. */
    private static final int PART_OF_LAST_WRITE = 10;

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(3);

    private final Pause pause;
    private Duration lastWrite = Duration.ZERO;

    public Debounce(Pause pause) {
        this.pause = pause;
    }

    /** @param waiting how many wait now */
    void await(IntSupplier waiting) {
        int there = waiting.getAsInt();
        if (there < 2) {
            return;
        }
        Duration gap = gap();
        for (int gaps = 0; gaps < MOST_GAPS && pause.of(gap); gaps++) {
            int now = waiting.getAsInt();
            if (now <= there) {
                return;
            }
            there = now;
        }
    }

    void wrote(Duration length) {
        lastWrite = length;
    }

    private Duration gap() {
        Duration part = lastWrite.dividedBy(PART_OF_LAST_WRITE);
        Duration longest = part.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : part;
        return longest.compareTo(GAP) > 0 ? longest : GAP;
    }
}
