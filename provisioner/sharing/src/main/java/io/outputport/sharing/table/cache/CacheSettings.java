package io.outputport.sharing.table.cache;

import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.table.source.ReadingMemory;
import java.time.Duration;

/**
 * How much of tables is kept in memory, and for how long it is believed.
 *
 * @param probe how long a version counts as the newest before its source is looked at again; zero is each time
 * @param memory in bytes, for the files of all kept versions
 * @param atATime how many logs are read at once
 */
record CacheSettings(Duration probe, long memory, int atATime) {
    static final String PROBE = "SHARING_TABLE_PROBE";
    static final String MEMORY = "SHARING_CACHE_MEBIBYTES";

    private static final long MEBIBYTE = 1L << 20;
    private static final int USUAL = 64;
    /** Of the heap; what is left is for reading logs, and for all else. */
    private static final int SHARE = 5;

    static CacheSettings from(Settings settings) {
        long heap = Runtime.getRuntime().maxMemory();
        int wanted = settings.number(MEMORY, USUAL, 1, 1 << 20);
        return new CacheSettings(
                settings.duration(PROBE, Duration.ofSeconds(2)),
                Math.min(wanted * MEBIBYTE, heap / SHARE),
                ReadingMemory.usual().atATime());
    }
}
