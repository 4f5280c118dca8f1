package io.outputport.provisioner.descriptor.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

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

    /** Levenshtein's distance. */
    private static int changes(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
