package io.outputport.engine.fidelity;

import java.util.List;

/**
 * Where an answer is not as expected.
 *
 * @param at the place in the answer, empty for the whole of it
 * @param expected as the case writes it
 * @param found whole; an answer may be large, so its text is cut
 */
public record Difference(String at, String expected, String found) {
    private static final int LONGEST = 300;

    Difference below(String place) {
        return new Difference(place + at, expected, found);
    }

    Difference without(List<String> secrets) {
        String shown = found;
        String wanted = expected;
        for (String secret : secrets) {
            shown = shown.replace(secret, "***");
            wanted = wanted.replace(secret, "***");
        }
        return new Difference(at, wanted, shown);
    }

    @Override
    public String toString() {
        String shown = found.length() <= LONGEST ? found : found.substring(0, LONGEST) + "…";
        return "%s: expected %s, found %s".formatted(at.isBlank() ? "answer" : at, expected, shown);
    }
}
