package io.outputport.foundation.text;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How bytes became text: UTF-8 is what is read, and what looks like anything else is told by its name, not shown as
 * characters that nobody wrote.
 *
 * @param text what the bytes say, read in the encoding that they most likely are in
 * @param problem when that is not UTF-8
 */
public record TextEncoding(String text, Optional<Problem> problem) {
    static final ProblemCode NOT_UTF8 = new ProblemCode("text-not-utf8");
    private static final int LOOKED_AT = 1024;
    static final String SAVE = "Save it as UTF-8.";

    /** What keeps these bytes from being UTF-8; cheap for a text that is. */
    public static Optional<Problem> problem(byte[] bytes) {
        return wide(bytes).map(TextEncoding::wide).or(() -> new Utf8Check(bytes).problem());
    }

    /** Of a file. */
    public static TextEncoding of(byte[] bytes) {
        Optional<Problem> problem = problem(bytes);
        Charset otherwise = wide(bytes).orElse(StandardCharsets.ISO_8859_1);
        return new TextEncoding(new String(bytes, problem.isPresent() ? otherwise : StandardCharsets.UTF_8), problem);
    }

    private static Problem wide(Charset charset) {
        String name = charset.name().replaceFirst("(LE|BE)$", "");
        return Problem.of(NOT_UTF8, "The text is in " + name + ", but must be in UTF-8.", SAVE);
    }

    /** By the mark at the start; without one, by the zeroes that UTF-16 puts beside each letter of a plain text. */
    private static Optional<Charset> wide(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(Charset.forName("UTF-32"));
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        int looked = Math.min(LOOKED_AT, bytes.length) / 2 * 2;
        int high = zeroes(bytes, 0, looked);
        int low = zeroes(bytes, 1, looked);
        if (looked < 4 || Math.max(high, low) < looked / 4) {
            return Optional.empty();
        }
        return Optional.of(high > low ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static int zeroes(byte[] bytes, int from, int to) {
        int zeroes = 0;
        for (int at = from; at < to; at += 2) {
            zeroes += bytes[at] == 0 ? 1 : 0;
        }
        return zeroes;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (at >= bytes.length || (bytes[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }
}
