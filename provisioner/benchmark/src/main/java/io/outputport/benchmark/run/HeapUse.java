package io.outputport.benchmark.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a garbage collector's log says about the heap, in MiB.
 *
 * @param peak the most that was in use, garbage included
 * @param live the most that a collection has left
 */
public record HeapUse(long peak, long live) {
    /** As {@code -Xlog:gc} writes it: {@code … Pause Young (Normal) 24M->8M(64M) 3.1ms}. */
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

    public static HeapUse of(List<String> log) {
        long peak = 0;
        long live = 0;
        for (String line : log) {
            Matcher collection = COLLECTION.matcher(line);
            if (collection.find()) {
                peak = Math.max(peak, Long.parseLong(collection.group(1)));
                live = Math.max(live, Long.parseLong(collection.group(2)));
            }
        }
        return new HeapUse(peak, live);
    }
}
