package io.outputport.sharing.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret of which each use has its own key: what was sealed for one is worth nothing for another. */
public final class SigningKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    public SigningKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** 32 bytes, always the same for a use. */
    public byte[] of(String use) {
        return mac(secret).doFinal(use.getBytes(StandardCharsets.UTF_8));
    }

    /** A seal of a use's own key, ready to take what is sealed; for one thread. */
    public Mac seal(String use) {
        return mac(new SecretKeySpec(of(use), ALGORITHM));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }
}
