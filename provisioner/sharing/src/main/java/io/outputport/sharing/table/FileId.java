package io.outputport.sharing.table;

import io.outputport.sharing.storage.StoragePath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * By what the usual format tells files apart: the same for the same file in every version and answer, and telling nothing of
 * where it lies. Made once, when the log is read.
 *
 * @param md5 of the path; not to be changed
 */
public record FileId(byte[] md5) {
    /** To be copied, which costs less than to look one up. */
    private static final MessageDigest DIGEST = digest();

    public static FileId of(StoragePath file) {
        try {
            MessageDigest digest = (MessageDigest) DIGEST.clone();
            return new FileId(digest.digest(file.value().getBytes(StandardCharsets.UTF_8)));
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
        return HexFormat.of().formatHex(md5);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileId that && Arrays.equals(md5, that.md5);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(md5);
    }
}
