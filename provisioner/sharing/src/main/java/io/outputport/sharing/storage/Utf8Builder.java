package io.outputport.sharing.storage;

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

    public int size() {
        return size;
    }

    public Utf8Builder text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    public Utf8Builder text(byte[] utf8) {
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
        return this;
    }

    public Utf8Builder hex(byte[] binary) {
        room(2 * binary.length);
        for (byte each : binary) {
            bytes[size++] = HEX[each >> 4 & 0xf];
            bytes[size++] = HEX[each & 0xf];
        }
        return this;
    }

    /** Base64 for addresses, without padding. */
    public Utf8Builder base64Url(byte[] binary, int length) {
        room(length / 3 * 4 + 3);
        int at = 0;
        for (; at + 2 < length; at += 3) {
            int three = (binary[at] & 0xff) << 16 | (binary[at + 1] & 0xff) << 8 | binary[at + 2] & 0xff;
            bytes[size++] = BASE64URL[three >> 18];
            bytes[size++] = BASE64URL[three >> 12 & 0x3f];
            bytes[size++] = BASE64URL[three >> 6 & 0x3f];
            bytes[size++] = BASE64URL[three & 0x3f];
        }
        if (at < length) {
            int two = (binary[at] & 0xff) << 8 | (at + 1 < length ? binary[at + 1] & 0xff : 0);
            bytes[size++] = BASE64URL[two >> 10];
            bytes[size++] = BASE64URL[two >> 4 & 0x3f];
            if (at + 1 < length) {
                bytes[size++] = BASE64URL[two << 2 & 0x3f];
            }
        }
        return this;
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
