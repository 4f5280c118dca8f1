package io.outputport.sharing.storage.s3;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs GETs in their addresses by AWS' Signature Version 4. What all addresses of an answer have in common is made once, and
 * the key of a day once a day.
 */
final class QuerySigner {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String HMAC = "HmacSHA256";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final BucketAddress address;
    private final String region;
    private final AccessKey key;
    private volatile DayKey last = new DayKey("", new byte[0]);

    QuerySigner(BucketAddress address, String region, AccessKey key) {
        this.address = address;
        this.region = region;
        this.key = key;
    }

    /** The signing key of a day. */
    private record DayKey(String day, byte[] bytes) {}

    /** Signs for a time, in whole seconds; for one thread. */
    Session session(Instant from, long seconds) {
        return new Session(TIME.format(from), DAY.format(from), seconds);
    }

    private byte[] dayKey(String day) {
        DayKey known = last;
        if (known.day().equals(day)) {
            return known.bytes();
        }
        byte[] secret = ("AWS4" + key.secret().reveal()).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = hmac(hmac(hmac(hmac(secret, day), region), "s3"), "aws4_request");
        last = new DayKey(day, bytes);
        return bytes;
    }

    private static byte[] hmac(byte[] key, String text) {
        return mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", missing);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /** Addresses that are good from the same second to the same second. */
    final class Session {
        private final String query;
        private final byte[] afterPath;
        private final byte[] beforeHash;
        private final Mac mac;
        private final MessageDigest digest = sha256();

        private Session(String time, String day, long seconds) {
            String scope = day + "/" + region + "/s3/aws4_request";
            this.query = "X-Amz-Algorithm=" + ALGORITHM
                    + "&X-Amz-Credential=" + BucketAddress.escapedValue(key.id() + "/" + scope)
                    + "&X-Amz-Date=" + time
                    + "&X-Amz-Expires=" + seconds
                    + key.session()
                            .map(token -> "&X-Amz-Security-Token=" + BucketAddress.escapedValue(token.reveal()))
                            .orElse("")
                    + "&X-Amz-SignedHeaders=host";
            this.afterPath = ("\n" + query + "\nhost:" + address.host() + "\n\nhost\nUNSIGNED-PAYLOAD")
                    .getBytes(StandardCharsets.UTF_8);
            this.beforeHash = (ALGORITHM + "\n" + time + "\n" + scope + "\n").getBytes(StandardCharsets.UTF_8);
            this.mac = mac(dayKey(day));
        }

        String sign(String objectKey) {
            String path = address.path() + BucketAddress.escaped(objectKey);
            digest.update(("GET\n" + path).getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(afterPath);
            mac.update(beforeHash);
            mac.update(hex(hash).getBytes(StandardCharsets.US_ASCII));
            return address.origin() + path + "?" + query + "&X-Amz-Signature=" + hex(mac.doFinal());
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
