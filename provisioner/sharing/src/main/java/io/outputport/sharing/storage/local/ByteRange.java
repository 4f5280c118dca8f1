package io.outputport.sharing.storage.local;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Part of a file, from a first byte to a last one, both in it. */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    long length() {
        return last - first + 1;
    }

    /** Whether what was asked for is one range; of several, or of other units, the whole file is the answer. */
    static boolean isOne(String header) {
        Matcher form = ONE.matcher(header);
        return form.matches() && !(form.group(1).isEmpty() && form.group(2).isEmpty());
    }

    /** The part of a file of {@code size} bytes; empty when there is none. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher form = ONE.matcher(header);
        if (!form.matches()) {
            return Optional.empty();
        }
        String from = form.group(1);
        String to = form.group(2);
        ByteRange range = from.isEmpty()
                ? new ByteRange(Math.max(0, size - Long.parseLong(to)), size - 1)
                : new ByteRange(Long.parseLong(from), to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1));
        return range.first() <= range.last() ? Optional.of(range) : Optional.empty();
    }
}
