package io.outputport.foundation.outcome;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes texts fit to be shown: without the secrets of any service in this process, however many run in it, and without
 * characters that would make one line look like two, or like another.
 */
public final class Masking {
    private static final List<Redaction> KNOWN = new CopyOnWriteArrayList<>(List.of(new Redaction()));
    /** Control characters, line separators, and those that turn the direction of writing. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private Masking() {}

    /** From now on its secrets are masked. */
    public static void add(Redaction redaction) {
        KNOWN.add(redaction);
    }

    public static void remove(Redaction redaction) {
        KNOWN.remove(redaction);
    }

    /** Another system's words: without what is known and what has the shape of a secret. Line breaks stay. */
    public static String clean(String text) {
        String clean = text;
        for (Redaction redaction : KNOWN) {
            clean = redaction.byValue(clean);
        }
        return Redaction.byShape(clean);
    }

    /** A sentence of ours with words of others in it: without known secrets, in one line. */
    public static String sentence(String text) {
        String clean = text;
        for (Redaction redaction : KNOWN) {
            clean = redaction.byValue(clean);
        }
        return inOneLine(clean);
    }

    /** What cannot be seen is written out: a line break becomes {@code \\n}, an escape {@code \\u001b}. */
    public static String inOneLine(String text) {
        return UNSEEN.matcher(text).replaceAll(Masking::written);
    }

    private static String written(MatchResult unseen) {
        char character = unseen.group().charAt(0);
        return switch (character) {
            case '\n' -> "\\\\n";
            case '\r' -> "\\\\r";
            case '\t' -> "\\\\t";
            default -> "\\\\u%04x".formatted((int) character);
        };
    }
}
