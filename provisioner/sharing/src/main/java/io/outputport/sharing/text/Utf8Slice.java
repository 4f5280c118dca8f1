package io.outputport.sharing.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A part of an array that others may be looking at as well: nobody changes it.
 *
 * @param from where it begins in the array
 */
public record Utf8Slice(byte[] array, int from, int length) {
    public static final Utf8Slice EMPTY = new Utf8Slice(new byte[0], 0, 0);

    public Utf8Slice {
        Objects.checkFromIndexSize(from, length, array.length);
    }

    public static Utf8Slice of(byte[] all) {
        return new Utf8Slice(all, 0, all.length);
    }

    public static Utf8Slice of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public byte[] copy() {
        return Arrays.copyOfRange(array, from, from + length);
    }

    /** The text that it is. */
    @Override
    public String toString() {
        return new String(array, from, length, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Utf8Slice that
                && Arrays.equals(array, from, from + length, that.array, that.from, that.from + that.length);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(copy());
    }
}
