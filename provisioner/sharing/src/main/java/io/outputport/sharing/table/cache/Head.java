package io.outputport.sharing.table.cache;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.source.TableVersion.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is known of one table: its newest version, when that was looked at, and some earlier ones that were asked for. */
final class Head {
    private static final int MOST_EARLIER = 8;

    private final Supplier<Outcome<KeptVersion>> opening;
    private final InstantSource clock;
    private final Duration probe;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, KeptVersion> earlier = new LinkedHashMap<>(MOST_EARLIER, 0.75f, true);
    private volatile Optional<LastOpening> known = Optional.empty();
    /** It outlives a storage that is away for a while. */
    private Optional<KeptVersion> last = Optional.empty();

    /** @param opened also a failure is believed for a while, so that a broken table is not read for each who asks */
    private record LastOpening(Outcome<KeptVersion> opened, Instant at) {}

    Head(Supplier<Outcome<KeptVersion>> opening, InstantSource clock, Duration probe) {
        this.opening = opening;
        this.clock = clock;
        this.probe = probe;
    }

    Outcome<KeptVersion> newest() {
        return fresh().orElseGet(() -> locked(() -> fresh().orElseGet(this::look)));
    }

    private Optional<Outcome<KeptVersion>> fresh() {
        return known.filter(there -> isFresh(there.at())).map(LastOpening::opened);
    }

    private boolean isFresh(Instant at) {
        Duration age = Duration.between(at, clock.instant());
        return !age.isNegative() && age.compareTo(probe) < 0;
    }

    private Outcome<KeptVersion> look() {
        Outcome<KeptVersion> found = last.map(this::again).orElseGet(opening);
        last = found.match(Optional::of, (after, problem) -> last, problems -> Optional.empty());
        known = Optional.of(new LastOpening(found, clock.instant()));
        return found;
    }

    private Outcome<KeptVersion> again(KeptVersion before) {
        try {
            Standing standing = before.standing();
            if (standing == Standing.NEWEST) {
                return Outcome.done(before);
            }
            if (standing == Standing.REPLACED) {
                earlier.clear();
            } else {
                keep(before);
            }
            return opening.get();
        } catch (TableFailure away) {
            return away.outcome();
        }
    }

    /** A version that was asked for by its number; it must not be after the newest one. */
    Outcome<KeptVersion> numbered(long number, Function<Long, Outcome<KeptVersion>> open) {
        return newest().then(newest -> newest.version() == number
                ? Outcome.done(newest)
                : locked(() -> Optional.ofNullable(earlier.get(number))
                        .map(Outcome::done)
                        .orElseGet(() -> open.apply(number).map(this::keep))));
    }

    private KeptVersion keep(KeptVersion version) {
        earlier.put(version.version(), version);
        if (earlier.size() > MOST_EARLIER) {
            earlier.remove(earlier.keySet().iterator().next());
        }
        return version;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
