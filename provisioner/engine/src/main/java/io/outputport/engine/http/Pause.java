package io.outputport.engine.http;

import java.util.concurrent.TimeUnit;

/** How a stand-in waits when it plays a slow system; tests may count the time instead. */
@FunctionalInterface
public interface Pause {
    void millis(long millis);

    /** Waits for real, until the server is closed at the latest. */
    static Pause real() {
        return millis -> {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
