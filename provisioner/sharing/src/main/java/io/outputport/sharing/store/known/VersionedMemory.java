package io.outputport.sharing.store.known;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers of the database about access, each good for the version at which it was read. What was not found is not kept: there
 * is no end of it. After a second it is read again all the same: somebody may have changed rows by hand, or by a program that
 * does not count.
 */
public final class VersionedMemory<K, V> {
    private static final int MOST = 10_000;
    private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    private record Entry<V>(V value, long version, long read) {}

    public VersionedMemory(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param version that was seen before */
    public Optional<V> get(K key, long version, Supplier<Optional<V>> read) {
        long now = nanoTime.getAsLong();
        synchronized (entries) {
            Entry<V> entry = entries.get(key);
            if (entry != null && entry.version() == version && now - entry.read() < LONGEST_NANOS) {
                return Optional.of(entry.value());
            }
        }
        Optional<V> found = read.get();
        synchronized (entries) {
            if (found.isPresent()) {
                entries.put(key, new Entry<>(found.get(), version, now));
            } else {
                entries.remove(key);
            }
            if (entries.size() > MOST) {
                entries.remove(entries.keySet().iterator().next());
            }
        }
        return found;
    }
}
