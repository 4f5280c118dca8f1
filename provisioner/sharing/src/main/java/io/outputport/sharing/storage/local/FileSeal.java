package io.outputport.sharing.storage.local;

import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.FilePlace;
import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.storage.Signer;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.text.Utf8Slice;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and reads addresses of the form {@code /files/<expiry>/<mac>/<storage>/<path>}. The third part holds who may fetch,
 * of which share and by which credential, and a seal over all of it and the rest: an address that anybody changed anything of
 * is none. The seal is the file's mark, an HMAC, enciphered with a key that is made of all that is no file's: a hash with a
 * key, and a permutation of it, as Wegman and Carter have it. One block of AES costs a tenth of an HMAC.
 */
final class FileSeal {
    static final String PREFIX = "/files/";

    /** The number goes up with the form of an address. */
    private static final String USE = "file address 4";

    /**
     * Means nothing to us. By such a name in the query, Azure's for what a signature permits, the reader below the official
     * client for Python knows an address that is fetched as it stands; any other it takes for a path of its own machine.
     */
    private static final String PRESIGNED = "?sp=r";

    private static final int IDS = 4 * 2 * Long.BYTES;
    /** As characters of Base64. */
    private static final int WRITTEN_IDS = 86;

    private static final int SEAL = FileMarks.SEALED;
    private static final String CIPHER = "AES";
    /** Each block is a mark, of which there are no two: nothing is chained. */
    private static final String ONE_BLOCK = "AES/ECB/NoPadding";

    private final SigningKey key;

    FileSeal(SigningKey key) {
        this.key = key;
    }

    FilePlace.Marker marker(String storage) {
        return new FileMarks(key, storage);
    }

    Signer signer(String storage, Lease lease) {
        long expires = lease.expires().getEpochSecond();
        byte[] ids = ids(lease.right());
        String before = lease.base() + PREFIX + expires + "/" + encoded(ids);
        return new SealedAddresses(
                marker(storage),
                cipher(expires, ids),
                new SealedAddresses.Form(before, "/" + storage + "/", PRESIGNED));
    }

    /** What an address says, if we made it. Whether it is still good is for the caller to ask. */
    Optional<FileTicket> read(String expires, String sealed, String storage, StoragePath path) {
        byte[] ids = decoded(sealed.substring(0, Math.min(WRITTEN_IDS, sealed.length())));
        byte[] sent = decoded(sealed.substring(Math.min(WRITTEN_IDS, sealed.length())));
        if (!expires.matches("\\d{1,12}") || ids.length != IDS || sent.length != SEAL) {
            return Optional.empty();
        }
        long second = Long.parseLong(expires);
        return MessageDigest.isEqual(sent, seal(second, ids, marker(storage).mark(Utf8Slice.of(path.value()))))
                ? Optional.of(ticket(second, ids, storage, path))
                : Optional.empty();
    }

    private static FileTicket ticket(long second, byte[] ids, String storage, StoragePath path) {
        ByteBuffer buffer = ByteBuffer.wrap(ids);
        Lease.Right right = new Lease.Right(uuid(buffer), uuid(buffer), uuid(buffer), uuid(buffer));
        return new FileTicket(storage, path, Instant.ofEpochSecond(second), right);
    }

    /** With a key of the lease's own, since all addresses of an answer have that in common. */
    private Cipher cipher(long expires, byte[] ids) {
        Mac lease = key.seal(USE);
        lease.update(ByteBuffer.allocate(Long.BYTES).putLong(0, expires));
        try {
            Cipher cipher = Cipher.getInstance(ONE_BLOCK);
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(lease.doFinal(ids), CIPHER));
            return cipher;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ONE_BLOCK, missing);
        }
    }

    private byte[] seal(long expires, byte[] ids, byte[] mark) {
        return SealedAddresses.enciphered(cipher(expires, ids), Arrays.copyOf(mark, SEAL));
    }

    private static byte[] ids(Lease.Right right) {
        ByteBuffer buffer = ByteBuffer.allocate(IDS);
        for (UUID id : List.of(right.recipient(), right.grantee(), right.share(), right.credential())) {
            buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return buffer.array();
    }

    private static UUID uuid(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Nothing if it is no Base64, or not written as we write it. */
    private static byte[] decoded(String sealed) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            return encoded(bytes).equals(sealed) ? bytes : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
