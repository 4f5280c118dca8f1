package io.outputport.sharing.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** To UTF-8 what a {@link StringBuilder} is to characters, without locks and without a text in between. For one thread. */
public final class Utf8Builder {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BASE64URL =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int size;

    /** @param expected how many bytes there will be; more are fine */
    public Utf8Builder(int expected) {
        this.bytes = new byte[Math.max(1, expected)];
    }

    /** @param bytes to begin with, which are changed */
    public Utf8Builder(byte[] bytes) {
        this.bytes = bytes;
    }

    public int size() {
        return size;
    }

    public Utf8Builder text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    public Utf8Builder text(byte[] utf8) {
        return text(utf8, 0, utf8.length);
    }

    public Utf8Builder text(Utf8Slice utf8) {
        return text(utf8.array(), utf8.from(), utf8.length());
    }

    private Utf8Builder text(byte[] utf8, int from, int length) {
        room(length);
        System.arraycopy(utf8, from, bytes, size, length);
        size += length;
        return this;
    }

    public Utf8Builder hex(byte[] binary) {
        return hex(Utf8Slice.of(binary));
    }

    public Utf8Builder hex(Utf8Slice binary) {
        room(2 * binary.length());
        for (int at = binary.from(); at < binary.from() + binary.length(); at++) {
            bytes[size++] = HEX[binary.array()[at] >> 4 & 0xf];
            bytes[size++] = HEX[binary.array()[at] & 0xf];
        }
        return this;
    }

    /** Base64 for addresses, without padding. */
    public Utf8Builder base64Url(Utf8Slice binary) {
        byte[] array = binary.array();
        int end = binary.from() + binary.length();
        room(binary.length() / 3 * 4 + 3);
        int at = binary.from();
        for (; at + 2 < end; at += 3) {
            int three = (array[at] & 0xff) << 16 | (array[at + 1] & 0xff) << 8 | array[at + 2] & 0xff;
            bytes[size++] = BASE64URL[three >> 18];
            bytes[size++] = BASE64URL[three >> 12 & 0x3f];
            bytes[size++] = BASE64URL[three >> 6 & 0x3f];
            bytes[size++] = BASE64URL[three & 0x3f];
        }
        if (at < end) {
            int two = (array[at] & 0xff) << 8 | (at + 1 < end ? array[at + 1] & 0xff : 0);
            bytes[size++] = BASE64URL[two >> 10];
            bytes[size++] = BASE64URL[two >> 4 & 0x3f];
            if (at + 1 < end) {
                bytes[size++] = BASE64URL[two << 2 & 0x3f];
            }
        }
        return this;
    }

    /**
     * What was put together, without a copy.
     *
     * @param next takes what comes after it
     */
    public Utf8Slice handOver(byte[] next) {
        Utf8Slice done = new Utf8Slice(bytes, 0, size);
        bytes = next;
        size = 0;
        return done;
    }

    /** What was put together, which is taken out. */
    public byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, Math.multiplyExact(bytes.length, 2)));
        }
    }
}
