package io.outputport.sharing.table.cache;

import io.outputport.sharing.table.LiveFiles;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How much memory all kept versions may take together. Who needs some gets it first from what was unpacked of others, then from
 * versions that nobody reads, the one that was read longest ago first; what is being read is never taken away.
 */
final class FileMemory {
    private final long most;
    private final Duration patience;
    private final Deque<Shelf> unread = new ArrayDeque<>();
    private final Set<Shelf> unpacked = new LinkedHashSet<>();
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

    /**
     * Where one version's files lie while they are kept: packed, and as far as memory is left over also as they are before,
     * for those who ask next.
     */
    final class Shelf {
        private final PackedFiles files;
        private final Taken memory;
        private volatile AtomicReferenceArray<byte @Nullable []> plain;
        private long plainBytes;
        private int readers = 1;
        private boolean gone;

        Shelf(PackedFiles files, Taken memory) {
            this.files = files;
            this.memory = memory;
            this.plain = nothing();
        }

        private AtomicReferenceArray<byte @Nullable []> nothing() {
            return new AtomicReferenceArray<>(files.blocks().size());
        }

        PackedFiles packed() {
            return files;
        }

        LiveFiles files() {
            return files.files(this::records);
        }

        private byte[] records(int block) {
            byte[] kept = plain.get(block);
            if (kept != null) {
                return kept;
            }
            byte[] records = files.blocks().get(block).unpacked();
            keep(block, records);
            return records;
        }

        private void keep(int block, byte[] records) {
            synchronized (FileMemory.this) {
                if (used + records.length <= most && !gone && plain.compareAndSet(block, null, records)) {
                    used += records.length;
                    plainBytes += records.length;
                    unpacked.add(this);
                }
            }
        }

        private void dropPlain() {
            unpacked.remove(this);
            plain = nothing();
            used -= plainBytes;
            plainBytes = 0;
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
                if (unpacked.remove(this)) {
                    unpacked.add(this);
                }
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
        while (used + wanted > most && !unpacked.isEmpty()) {
            unpacked.iterator().next().dropPlain();
        }
        while (used + wanted > most && !unread.isEmpty()) {
            Shelf oldest = unread.removeFirst();
            oldest.gone = true;
            oldest.memory.giveBack();
        }
        return used + wanted <= most;
    }
}
