package io.outputport.provisioner.hasura.confirm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** For how long each role has not seen yet what was written for it. Kept in memory: a restart begins anew. */
public final class ConfirmTimeout {
    /** A role that nobody asked for in the meantime is waited for from the beginning. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(2);

    private final Duration limit;
    private final InstantSource clock;
    private final Map<String, AskedSince> waits = new ConcurrentHashMap<>();

    private record AskedSince(Instant first, Instant last) {}

    public ConfirmTimeout(Duration limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Notes that the role does not see everything yet; false when it was waited for long enough. */
    boolean lasts(String role) {
        Instant now = clock.instant();
        AskedSince wait = waits.merge(
                role,
                new AskedSince(now, now),
                (known, fresh) ->
                        known.last().plus(FORGOTTEN).isBefore(now) ? fresh : new AskedSince(known.first(), now));
        return Duration.between(wait.first(), now).compareTo(limit) < 0;
    }

    void ended(String role) {
        waits.remove(role);
    }
}
