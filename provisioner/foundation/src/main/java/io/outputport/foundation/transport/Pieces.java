package io.outputport.foundation.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;

/**
 * A long body, in pieces of one size. It is never moved while it grows, and needs no room in one stretch: a document of 50
 * MB takes 50 MB.
 */
public final class Pieces {
    private static final int SIZE = 1 << 16;

    private final List<byte[]> pieces;
    private final int length;

    private Pieces(List<byte[]> pieces, int length) {
        this.pieces = List.copyOf(pieces);
        this.length = length;
    }

    public static Pieces of(byte[] bytes) {
        Collector collector = new Collector();
        collector.add(ByteBuffer.wrap(bytes));
        return collector.pieces();
    }

    public int length() {
        return length;
    }

    /** Whether the other holds the same bytes in the same order. */
    public boolean hasBytesOf(Pieces other) {
        if (length != other.length) {
            return false;
        }
        for (int i = 0; i < pieces.size(); i++) {
            // Behind the end of the last one is nothing but zeros.
            if (!Arrays.equals(pieces.get(i), other.pieces.get(i))) {
                return false;
            }
        }
        return true;
    }

    public InputStream stream() {
        Iterator<Slice> each = slices(0, length).iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return each.hasNext();
            }

            @Override
            public InputStream nextElement() {
                Slice slice = each.next();
                return new ByteArrayInputStream(slice.bytes(), slice.offset(), slice.length());
            }
        });
    }

    /** A copy. */
    public byte[] bytes(int start, int end) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream(end - start);
        slices(start, end).forEach(slice -> copy.write(slice.bytes(), slice.offset(), slice.length()));
        return copy.toByteArray();
    }

    /** The same bytes without a copy, in order. */
    public List<Slice> slices(int start, int end) {
        List<Slice> slices = new ArrayList<>();
        int at = start;
        while (at < end) {
            int offset = at % SIZE;
            int taken = Math.min(SIZE - offset, end - at);
            slices.add(new Slice(pieces.get(at / SIZE), offset, taken));
            at += taken;
        }
        return slices;
    }

    /** A part of one piece; not to be changed. */
    public record Slice(byte[] bytes, int offset, int length) {}

    /** Grows until it is asked for what it holds. */
    static final class Collector {
        private final List<byte[]> pieces = new ArrayList<>();
        private int length;

        int length() {
            return length;
        }

        void add(ByteBuffer part) {
            while (part.hasRemaining()) {
                int offset = length % SIZE;
                if (offset == 0) {
                    pieces.add(new byte[SIZE]);
                }
                int taken = Math.min(SIZE - offset, part.remaining());
                part.get(pieces.get(pieces.size() - 1), offset, taken);
                length += taken;
            }
        }

        Pieces pieces() {
            return new Pieces(pieces, length);
        }
    }
}
