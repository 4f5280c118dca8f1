package io.outputport.foundation.outcome;

/** Another system's words, or a library's, made fit to be shown: they may hold an address with its password. */
public final class Quote {
    private Quote() {}

    /** @param longest in characters; the rest is cut off */
    public static String of(String words, int longest) {
        String safe = Masking.inOneLine(Masking.clean(words));
        return safe.length() <= longest ? safe : safe.substring(0, longest) + "…";
    }
}
