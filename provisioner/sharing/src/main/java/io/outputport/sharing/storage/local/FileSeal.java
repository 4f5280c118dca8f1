package io.outputport.sharing.storage.local;

import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.storage.Signer;
import io.outputport.sharing.storage.StoragePath;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;

/**
 * Makes and reads addresses of the form {@code /files/<expiry>/<mac>/<storage>/<path>}. The third part holds who may fetch,
 * of which share and by which credential, and an HMAC over all of it and the rest: an address that anybody changed anything
 * of is none.
 */
final class FileSeal {
    static final String PREFIX = "/files/";

    /** The number goes up with the form of an address. */
    private static final String USE = "file address 2";

    /**
     * Means nothing to us. By such a name in the query, Azure's for what a signature permits, the reader below the official
     * client for Python knows an address that is fetched as it stands; any other it takes for a path of its own machine.
     */
    private static final String PRESIGNED = "?sp=r";

    private static final int IDS = 4 * 2 * Long.BYTES;

    private final SigningKey key;

    FileSeal(SigningKey key) {
        this.key = key;
    }

    Signer signer(String storage, Lease lease) {
        Mac mac = mac();
        long expires = lease.expires().getEpochSecond();
        byte[] ids = ids(lease.right());
        String before = lease.base() + PREFIX + expires + "/";
        return path -> before + encoded(ids, code(mac, expires, ids, storage, path.value())) + "/" + storage + "/"
                + inAddress(path.value()) + PRESIGNED;
    }

    /** What an address says, if we made it. Whether it is still good is for the caller to ask. */
    Optional<FileTicket> read(String expires, String sealed, String storage, StoragePath path) {
        byte[] bytes = decoded(sealed);
        if (!expires.matches("\\d{1,12}") || bytes.length <= IDS) {
            return Optional.empty();
        }
        long second = Long.parseLong(expires);
        byte[] ids = Arrays.copyOf(bytes, IDS);
        byte[] sent = Arrays.copyOfRange(bytes, IDS, bytes.length);
        return MessageDigest.isEqual(sent, code(mac(), second, ids, storage, path.value()))
                ? Optional.of(ticket(second, ids, storage, path))
                : Optional.empty();
    }

    private static FileTicket ticket(long second, byte[] ids, String storage, StoragePath path) {
        ByteBuffer buffer = ByteBuffer.wrap(ids);
        Lease.Right right = new Lease.Right(uuid(buffer), uuid(buffer), uuid(buffer), uuid(buffer));
        return new FileTicket(storage, path, Instant.ofEpochSecond(second), right);
    }

    private Mac mac() {
        return key.seal(USE);
    }

    /** Storage names hold no slash, so that where one ends is plain. */
    private static byte[] code(Mac mac, long expires, byte[] ids, String storage, String path) {
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, expires));
        mac.update(ids);
        return mac.doFinal((storage + "/" + path).getBytes(StandardCharsets.UTF_8));
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

    private static String encoded(byte[] ids, byte[] code) {
        byte[] both = Arrays.copyOf(ids, ids.length + code.length);
        System.arraycopy(code, 0, both, ids.length, code.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** Nothing if it is no Base64, or not written as we write it. */
    private static byte[] decoded(String sealed) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(sealed) ? bytes : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** Hive's folders, {@code day=2026-01-01}, stay readable; whatever else an address cannot hold is escaped. */
    private static String inAddress(String path) {
        return path.chars().allMatch(FileSeal::isPlain) ? path : escaped(path);
    }

    private static boolean isPlain(int character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || "/=-_.*".indexOf(character) >= 0);
    }

    private static String escaped(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%3D", "=");
    }
}
