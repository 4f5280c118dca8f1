package io.outputport.sharing.table.cache;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much memory all kept versions may take together. Who needs some gets it from versions that nobody reads, the one that
 * was read longest ago first; what is being read is never taken away.
 */
final class FileMemory {
    private final long most;
    private final Duration patience;
    private final Deque<Shelf> unread = new ArrayDeque<>();
    private long used;

    /** @param patience how long somebody waits for others to finish reading */
    FileMemory(long most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /** Memory of one version. */
    final class Taken {
        private long bytes;

        /** Waits for others where it would fit without them. False when it does not. */
        boolean more(long wanted) {
            synchronized (FileMemory.this) {
                long end = System.nanoTime() + patience.toNanos();
                while (!fits(wanted)) {
                    if (isTooMuch(wanted) || !waited(end)) {
                        return false;
                    }
                }
                used += wanted;
                bytes += wanted;
                return true;
            }
        }

        /** Whether no waiting would help. */
        boolean isTooMuch(long wanted) {
            return bytes + wanted > most;
        }

        void giveBack() {
            synchronized (FileMemory.this) {
                used -= bytes;
                bytes = 0;
                FileMemory.this.notifyAll();
            }
        }

        private boolean waited(long end) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            try {
                FileMemory.this.wait(Math.max(1, left / 1_000_000));
                return true;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** Where one version's files lie while they are kept. */
    final class Shelf {
        private final PackedFiles files;
        private final Taken memory;
        private int readers = 1;
        private boolean gone;

        Shelf(PackedFiles files, Taken memory) {
            this.files = files;
            this.memory = memory;
        }

        PackedFiles files() {
            return files;
        }

        /** False when they were given up meanwhile. */
        boolean take() {
            synchronized (FileMemory.this) {
                if (gone) {
                    return false;
                }
                if (readers == 0) {
                    unread.remove(this);
                }
                readers++;
                return true;
            }
        }

        void leave() {
            synchronized (FileMemory.this) {
                readers--;
                if (readers == 0) {
                    unread.addLast(this);
                    FileMemory.this.notifyAll();
                }
            }
        }
    }

    Taken take() {
        return new Taken();
    }

    Shelf shelf(PackedFiles files, Taken memory) {
        return new Shelf(files, memory);
    }

    synchronized long used() {
        return used;
    }

    private boolean fits(long wanted) {
        while (used + wanted > most && !unread.isEmpty()) {
            Shelf oldest = unread.removeFirst();
            oldest.gone = true;
            oldest.memory.giveBack();
        }
        return used + wanted <= most;
    }
}
