package io.outputport.sharing.table;

import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.text.Utf8Slice;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what the usual format tells files apart: the same for the same file in every version and answer, and telling nothing of
 * where it lies. Made once, when the log is read.
 *
 * @param md5 of the path; bytes, not text
 */
public record FileId(Utf8Slice md5) {
    /** To be copied, which costs less than to look one up. */
    private static final MessageDigest DIGEST = digest();

    public static FileId of(StoragePath file) {
        return of(Utf8Slice.of(file.value()));
    }

    /** @param path of a file */
    public static FileId of(Utf8Slice path) {
        try {
            MessageDigest digest = (MessageDigest) DIGEST.clone();
            digest.update(path.array(), path.from(), path.length());
            return new FileId(Utf8Slice.of(digest.digest()));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's own digests can be copied", impossible);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has MD5", missing);
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(md5.array(), md5.from(), md5.from() + md5.length());
    }
}
