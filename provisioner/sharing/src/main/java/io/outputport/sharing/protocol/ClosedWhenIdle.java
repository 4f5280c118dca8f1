package io.outputport.sharing.protocol;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Something that one thread works with when another finds that nobody needs it any more. It is closed once, never under the one
 * that works, and without waiting for it.
 */
final class ClosedWhenIdle implements AutoCloseable {
    private final Runnable closing;
    private final Semaphore work = new Semaphore(1);
    private volatile boolean left;
    private boolean closed;

    ClosedWhenIdle(Runnable closing) {
        this.closing = closing;
    }

    /** Empty once it is closed. */
    <T> Optional<T> work(Supplier<T> some) {
        work.acquireUninterruptibly();
        try {
            return closed ? Optional.empty() : Optional.of(some.get());
        } finally {
            work.release();
            closeIfLeft();
        }
    }

    @Override
    public void close() {
        left = true;
        closeIfLeft();
    }

    /** While somebody works it is left to them: they look here behind it. */
    private void closeIfLeft() {
        if (left && work.tryAcquire()) {
            try {
                if (!closed) {
                    closed = true;
                    closing.run();
                }
            } finally {
                work.release();
            }
        }
    }
}
