package io.outputport.sharing.table.source;

/**
 * Memory for going through logs: most of a checkpoint's file is in memory at once, so that few are read at a time, and none
 * that is larger than its share.
 *
 * @param atATime how many logs are read at once
 * @param each bytes for each of them
 */
public record ReadingMemory(int atATime, long each) {
    private static final long MEBIBYTE = 1L << 20;
    /** Enough for a log of some hundred thousand files. */
    private static final long ENOUGH = 100 * MEBIBYTE;
    /** Two fifths of the heap. */
    public static ReadingMemory usual() {
        long all = Runtime.getRuntime().maxMemory() / 5 * 2;
        int processors = Runtime.getRuntime().availableProcessors();
        int atATime = (int) Math.max(1, Math.min(processors, all / ENOUGH));
        return new ReadingMemory(atATime, all / atATime);
    }

    /** The largest file of a checkpoint: it is in memory as it is on the disk, and beside it what is unpacked of it. */
    public long checkpoint() {
        return each / 5 * 3;
    }

    /** Commits since the last checkpoint: each action takes about as much memory as text. */
    public long commits() {
        return each;
    }
}
