package io.outputport.provisioner.api.arrival;

import io.outputport.provisioner.memory.MemoryShares;

/**
 * Counts what stands in memory of all bodies that arrive or have not been answered. Large ones leave a part of the room
 * to small ones: while somebody fills it with large bodies that never end, the others are still served. One large body
 * is always let in, whatever {@code MAX_BODY_SIZE} allows it.
 */
final class ArrivingBytes {
    private static final long SMALL = 64 * 1024;

    private final MemoryShares.Lanes room;
    private long small;
    private long large;

    ArrivingBytes(MemoryShares shares) {
        this.room = shares.arriving();
    }

    /**
     * Whether there was room.
     *
     * @param bytes more of a body
     * @param before what is held of it already
     */
    synchronized boolean take(long bytes, long before) {
        if (before + bytes <= SMALL) {
            boolean fits =
                    small + large + bytes <= room.small().work() + room.large().work();
            small += fits ? bytes : 0;
            return fits;
        }
        long own = before > SMALL ? before : 0;
        boolean fits =
                large == own || large + bytes + before - own <= room.large().work();
        if (fits) {
            // What was small so far has grown.
            small -= before - own;
            large += bytes + before - own;
        }
        return fits;
    }

    /** @param held all that was taken for a body */
    synchronized void giveBack(long held) {
        if (held > SMALL) {
            large -= held;
        } else {
            small -= held;
        }
    }

    synchronized long held() {
        return small + large;
    }
}
