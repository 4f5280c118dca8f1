package io.outputport.sharing.storage.local;

import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.FilePlace;
import io.outputport.sharing.text.Utf8Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * What of an address' seal is the same for every reader: an HMAC over storage and path, and behind it whether the path stands
 * in an address as it is. It costs as much as the rest of a line, and is made once. For one thread.
 */
final class FileMarks implements FilePlace.Marker {
    /** Bytes of the HMAC: as many as a seal has. */
    static final int SEALED = 16;

    private static final String USE = "file mark 1";

    /** Hive's folders, {@code day=2026-01-01}, stay readable; whatever else an address cannot hold is escaped. */
    private static final boolean[] PLAIN = plain();

    private final Mac mac;
    private final byte[] storage;

    FileMarks(SigningKey key, String storage) {
        this.mac = key.seal(USE);
        // Names of storages hold no slash, so that where one ends is plain.
        this.storage = (storage + "/").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] mark(Utf8Slice path) {
        mac.update(storage);
        mac.update(path.array(), path.from(), path.length());
        byte[] mark = Arrays.copyOf(mac.doFinal(), SEALED + 1);
        mark[SEALED] = (byte) (isPlain(path) ? 1 : 0);
        return mark;
    }

    /** Whether the path needs no escaping, which its mark says where it has one. */
    static boolean isPlain(FilePlace file) {
        Utf8Slice mark = file.mark();
        return mark.isEmpty() ? isPlain(file.path()) : mark.array()[mark.from() + SEALED] == 1;
    }

    private static boolean isPlain(Utf8Slice path) {
        for (int at = path.from(); at < path.from() + path.length(); at++) {
            byte each = path.array()[at];
            if (each < 0 || !PLAIN[each]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[Byte.MAX_VALUE + 1];
        for (int character = 0; character < plain.length; character++) {
            plain[character] = Character.isLetterOrDigit(character) || "/=-_.*".indexOf(character) >= 0;
        }
        return plain;
    }
}
