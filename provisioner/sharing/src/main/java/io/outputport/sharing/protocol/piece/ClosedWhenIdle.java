package io.outputport.sharing.protocol.piece;

import java.util.concurrent.Semaphore;

/**
 * Something that one thread works with when another finds that nobody needs it any more. It is closed once, never under the one
 * that works, and without waiting for it.
 */
public final class ClosedWhenIdle implements AutoCloseable {
    private final Runnable closing;
    private final Semaphore work = new Semaphore(1);
    private volatile boolean left;
    private boolean closed;

    public ClosedWhenIdle(Runnable closing) {
        this.closing = closing;
    }

    /** False when nothing was done, since it is closed. */
    public boolean work(Runnable some) {
        work.acquireUninterruptibly();
        try {
            boolean open = !closed;
            if (open) {
                some.run();
            }
            return open;
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
