package io.outputport.sharing.table.packed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much memory all kept versions may take together. Who needs some gets it first from what was unpacked of others, then from
 * versions that nobody reads, the one that was read longest ago first; what is being read is never taken away.
 */
public final class FileMemory {
    private final long most;
    private final Duration patience;
    private final Deque<Shelf> unread = new ArrayDeque<>();
    private final Set<Shelf> unpacked = new LinkedHashSet<>();
    private long used;

    /** @param patience how long somebody waits for others to finish reading */
    public FileMemory(long most, Duration patience) {
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
     * What one version takes while it is read and kept: for its packed files, and as far as memory is left over also for them
     * as they were before, for those who ask next.
     */
    public final class Shelf {
        private final Taken memory = new Taken();
        private final List<PackedBlock> blocks = new ArrayList<>();
        private final List<PackedBlock> plain = new ArrayList<>();
        private long plainBytes;
        private int readers = 1;
        private boolean gone;

        /** False when there is no memory for it, also not after others had time to finish reading. */
        public boolean add(PackedBlock block, byte[] records) {
            if (!memory.more(block.packed())) {
                return false;
            }
            synchronized (FileMemory.this) {
                blocks.add(block);
                keep(block, records);
                return true;
            }
        }

        /** Empty behind the last one. */
        public Optional<PackedBlock> block(int at) {
            synchronized (FileMemory.this) {
                return at < blocks.size() ? Optional.of(blocks.get(at)) : Optional.empty();
            }
        }

        public boolean isTooMuch(long wanted) {
            return memory.isTooMuch(wanted);
        }

        /** Of a block of this version. */
        public byte[] records(PackedBlock block) {
            return block.plain().orElseGet(() -> {
                byte[] records = block.unpacked();
                keep(block, records);
                return records;
            });
        }

        /** If there is room. */
        private void keep(PackedBlock block, byte[] records) {
            synchronized (FileMemory.this) {
                if (used + records.length <= most && !gone && block.plain().isEmpty()) {
                    block.keep(records);
                    plain.add(block);
                    used += records.length;
                    plainBytes += records.length;
                    unpacked.add(this);
                }
            }
        }

        private void dropPlain() {
            unpacked.remove(this);
            plain.forEach(PackedBlock::dropPlain);
            plain.clear();
            used -= plainBytes;
            plainBytes = 0;
        }

        /** Gives up all that is on it. */
        public void clear() {
            synchronized (FileMemory.this) {
                gone = true;
                blocks.clear();
                dropPlain();
                unread.remove(this);
                memory.giveBack();
            }
        }

        /** False when they were given up meanwhile. */
        public boolean take() {
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

        public void leave() {
            synchronized (FileMemory.this) {
                readers--;
                if (readers == 0 && !gone) {
                    unread.addLast(this);
                    FileMemory.this.notifyAll();
                }
            }
        }
    }

    Taken take() {
        return new Taken();
    }

    /** Taken once. */
    public Shelf shelf() {
        return new Shelf();
    }

    synchronized long used() {
        return used;
    }

    private boolean fits(long wanted) {
        while (used + wanted > most && !unpacked.isEmpty()) {
            unpacked.iterator().next().dropPlain();
        }
        while (used + wanted > most && !unread.isEmpty()) {
            unread.getFirst().clear();
        }
        return used + wanted <= most;
    }
}
