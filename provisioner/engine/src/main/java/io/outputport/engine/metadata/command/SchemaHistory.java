package io.outputport.engine.metadata.command;

import io.outputport.engine.schema.SchemaCache;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** The schemas that GraphQL serves: the newest, or for a while an older one, as a node that lags behind would. */
public final class SchemaHistory {
    private final InstantSource clock;
    private final Deque<Published> newestFirst = new ArrayDeque<>();

    public SchemaHistory(InstantSource clock, SchemaCache first) {
        this.clock = clock;
        newestFirst.add(new Published(first, Instant.MIN));
    }

    /** @param lateMillis how old a schema must be to be served; of those that are, only the newest is kept */
    public synchronized void publish(SchemaCache cache, long lateMillis) {
        newestFirst.addFirst(new Published(cache, clock.instant()));
        // Thousands of writes without a query between them must not keep thousands of schemas.
        at(lateMillis);
    }

    /** The newest schema that is at least this old. */
    public synchronized SchemaCache at(long lateMillis) {
        Instant latest = clock.instant().minusMillis(lateMillis);
        for (Published published : newestFirst) {
            if (!published.since().isAfter(latest)) {
                newestFirst.removeIf(older -> older.since().isBefore(published.since()));
                return published.cache();
            }
        }
        return newestFirst.getLast().cache();
    }

    private record Published(SchemaCache cache, Instant since) {}
}
