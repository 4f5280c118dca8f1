package io.outputport.foundation.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds what somebody meant who made a typing error. */
public final class Nearest {
    private static final int LONGEST = 120;
    private static final int CANDIDATES = 200;

    private Nearest() {}

    /** The candidate with the fewest changed letters, if that are few for the length; letter case counts for nothing. */
    public static Optional<String> to(String wanted, Collection<String> candidates) {
        int most = wanted.length() > LONGEST ? -1 : Math.min(3, wanted.length() / 4);
        return candidates.stream()
                .limit(CANDIDATES)
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= most)
                .filter(candidate -> changes(wanted, candidate) <= most)
                .min(Comparator.comparingInt(candidate -> changes(wanted, candidate)));
    }

    /** Letters that are added, left out, replaced, or swapped with the next one. */
    private static int changes(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] before = new int[0];
        int[] last = IntStream.rangeClosed(0, right.length()).toArray();
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[last.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = last[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (isSwapped(left, i, right, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[right.length()];
    }

    private static boolean isSwapped(String left, int i, String right, int j) {
        return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }
}
