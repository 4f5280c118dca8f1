package io.outputport.sharing.storage.local;

import io.outputport.sharing.storage.FilePlace;
import io.outputport.sharing.storage.Signer;
import io.outputport.sharing.text.Utf8Builder;
import io.outputport.sharing.text.Utf8Slice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;

/** Writes the addresses of one lease. */
final class SealedAddresses implements Signer {
    private static final int SEAL = FileMarks.SEALED;

    private final FilePlace.Marker marker;
    private final Cipher cipher;
    private final byte[] before;
    private final byte[] between;
    private final byte[] after;
    private List<FilePlace> expected = List.of();
    private byte[] seals = new byte[0];
    private int next;

    SealedAddresses(FilePlace.Marker marker, Cipher cipher, Form form) {
        this.marker = marker;
        this.cipher = cipher;
        this.before = form.before().getBytes(StandardCharsets.US_ASCII);
        this.between = form.between().getBytes(StandardCharsets.US_ASCII);
        this.after = form.after().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * What all addresses have in common.
     *
     * @param before the seal
     * @param between it and the path
     * @param after the path
     */
    record Form(String before, String between, String after) {}

    /** Seals them all at once. */
    @Override
    public void expect(List<FilePlace> files) {
        byte[] marks = new byte[files.size() * SEAL];
        for (int at = 0; at < files.size(); at++) {
            Utf8Slice mark = mark(files.get(at));
            System.arraycopy(mark.array(), mark.from(), marks, at * SEAL, SEAL);
        }
        expected = files;
        seals = enciphered(cipher, marks);
        next = 0;
    }

    @Override
    public void sign(FilePlace file, Utf8Builder to) {
        to.text(before).base64Url(seal(file)).text(between);
        if (FileMarks.isPlain(file)) {
            to.text(file.path());
        } else {
            to.text(escaped(file.path().toString()));
        }
        to.text(after);
    }

    private Utf8Slice seal(FilePlace file) {
        if (next < expected.size() && expected.get(next) == file) {
            return new Utf8Slice(seals, next++ * SEAL, SEAL);
        }
        Utf8Slice mark = mark(file);
        return Utf8Slice.of(enciphered(cipher, Arrays.copyOfRange(mark.array(), mark.from(), mark.from() + SEAL)));
    }

    private Utf8Slice mark(FilePlace file) {
        return file.mark().isEmpty() ? file.marked(marker).mark() : file.mark();
    }

    /** @param marks one after the other */
    static byte[] enciphered(Cipher cipher, byte[] marks) {
        try {
            byte[] seals = new byte[marks.length];
            cipher.update(marks, 0, marks.length, seals, 0);
            return seals;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("what is enciphered takes as much room as it did", impossible);
        }
    }

    private static String escaped(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%3D", "=");
    }
}
