package io.outputport.provisioner.hasura.metadata;

import java.time.Duration;

/** Waits; a test need not. */
@FunctionalInterface
public interface Pause {
    /** @return false when the service is stopping and the wait was cut short */
    boolean of(Duration length);

    static boolean sleep(Duration length) {
        try {
            Thread.sleep(length.toMillis());
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
