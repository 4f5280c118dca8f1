package io.outputport.provisioner.hasura.rolemapper;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One write of a role after the other, within this process and within bounds: two at once would each have to be put again.
 * The ledger makes sure of the rest.
 */
final class RoleTurns {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Set<String> writing = ConcurrentHashMap.newKeySet();

    <T> T take(String role, Duration patience, Supplier<T> write) {
        boolean own = await(role, patience);
        try {
            return write.get();
        } finally {
            if (own) {
                writing.remove(role);
            }
        }
    }

    private boolean await(String role, Duration patience) {
        long begun = System.nanoTime();
        boolean own = writing.add(role);
        while (!own && System.nanoTime() - begun < patience.toNanos()) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
            own = writing.add(role);
        }
        return own;
    }
}
