package io.outputport.sandbox.fidelity;

/**
 * Where an answer is not as expected.
 *
 * @param at the place in the answer, empty for the whole of it
 * @param expected as the case writes it
 * @param found shortened: an answer may be large
 */
public record Difference(String at, String expected, String found) {
    private static final int LONGEST = 300;

    public Difference {
        found = found.length() <= LONGEST ? found : found.substring(0, LONGEST) + "…";
    }

    Difference below(String place) {
        return new Difference(place + at, expected, found);
    }

    @Override
    public String toString() {
        return "%s: expected %s, found %s".formatted(at.isEmpty() ? "answer" : at, expected, found);
    }
}
