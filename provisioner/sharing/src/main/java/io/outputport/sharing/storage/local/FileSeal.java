package io.outputport.sharing.storage.local;

import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.storage.Signer;
import io.outputport.sharing.storage.StoragePath;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and reads addresses of the form {@code /files/<expiry>/<mac>/<storage>/<path>}. The third part holds who may fetch,
 * of which share and by which credential, and an HMAC over all of it and the rest: an address that anybody changed anything
 * of is none.
 */
final class FileSeal {
    static final String PREFIX = "/files/";

    /** The number goes up with the form of an address. */
    private static final String USE = "file address 3";

    /**
     * Means nothing to us. By such a name in the query, Azure's for what a signature permits, the reader below the official
     * client for Python knows an address that is fetched as it stands; any other it takes for a path of its own machine.
     */
    private static final String PRESIGNED = "?sp=r";

    private static final int IDS = 4 * 2 * Long.BYTES;
    /** As characters of Base64. */
    private static final int WRITTEN_IDS = 86;

    private static final int SEAL = 16;
    private static final String ALGORITHM = "HmacSHA256";

    /** Hive's folders, {@code day=2026-01-01}, stay readable; whatever else an address cannot hold is escaped. */
    private static final boolean[] PLAIN = plain();

    private final SigningKey key;

    FileSeal(SigningKey key) {
        this.key = key;
    }

    Signer signer(String storage, Lease lease) {
        long expires = lease.expires().getEpochSecond();
        byte[] ids = ids(lease.right());
        Mac mac = mac(expires, ids);
        byte[] before = (lease.base() + PREFIX + expires + "/" + encoded(ids)).getBytes(StandardCharsets.US_ASCII);
        byte[] between = ("/" + storage + "/").getBytes(StandardCharsets.US_ASCII);
        byte[] after = PRESIGNED.getBytes(StandardCharsets.US_ASCII);
        return (file, to) -> {
            byte[] path = file.value().getBytes(StandardCharsets.UTF_8);
            mac.update(between);
            byte[] seal = mac.doFinal(path);
            to.text(before).base64Url(seal, SEAL).text(between);
            to.text(isPlain(path) ? path : escaped(file.value())).text(after);
        };
    }

    /** What an address says, if we made it. Whether it is still good is for the caller to ask. */
    Optional<FileTicket> read(String expires, String sealed, String storage, StoragePath path) {
        byte[] ids = decoded(sealed.substring(0, Math.min(WRITTEN_IDS, sealed.length())));
        byte[] sent = decoded(sealed.substring(Math.min(WRITTEN_IDS, sealed.length())));
        if (!expires.matches("\\d{1,12}") || ids.length != IDS || sent.length != SEAL) {
            return Optional.empty();
        }
        long second = Long.parseLong(expires);
        return MessageDigest.isEqual(sent, seal(mac(second, ids), storage, path))
                ? Optional.of(ticket(second, ids, storage, path))
                : Optional.empty();
    }

    private static FileTicket ticket(long second, byte[] ids, String storage, StoragePath path) {
        ByteBuffer buffer = ByteBuffer.wrap(ids);
        Lease.Right right = new Lease.Right(uuid(buffer), uuid(buffer), uuid(buffer), uuid(buffer));
        return new FileTicket(storage, path, Instant.ofEpochSecond(second), right);
    }

    /** With a key of the lease's own, since all addresses of an answer have that in common. */
    private Mac mac(long expires, byte[] ids) {
        Mac lease = key.seal(USE);
        lease.update(ByteBuffer.allocate(Long.BYTES).putLong(0, expires));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(lease.doFinal(ids), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }

    /** Storage names hold no slash, so that where one ends is plain. */
    private static byte[] seal(Mac mac, String storage, StoragePath path) {
        return Arrays.copyOf(mac.doFinal(("/" + storage + "/" + path.value()).getBytes(StandardCharsets.UTF_8)), SEAL);
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

    private static boolean isPlain(byte[] path) {
        for (byte each : path) {
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

    private static byte[] escaped(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%3D", "=")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
