package io.outputport.sandbox.snowflake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;

/** The token that a driver signs with the user's private key (RS256; Snowflake's key pair authentication). */
final class KeyPairToken {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeyPairToken() {}

    /** Whether the token is the user's: signed by the key, in time, and naming the user and the key's fingerprint. */
    static boolean isValid(String token, String user, PublicKey key, Clock clock) {
        String[] parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    && isSigned(
                            parts[0] + "." + parts[1], Base64.getUrlDecoder().decode(parts[2]), key)
                    && isMeant(JSON.readTree(Base64.getUrlDecoder().decode(parts[1])), user, key, clock);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException notAToken) {
            return false;
        }
    }

    private static boolean isSigned(String text, byte[] signature, PublicKey key) throws GeneralSecurityException {
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(key);
        check.update(text.getBytes(StandardCharsets.US_ASCII));
        return check.verify(signature);
    }

    private static boolean isMeant(JsonNode claims, String user, PublicKey key, Clock clock)
            throws GeneralSecurityException {
        String subject = claims.path("sub").asText();
        return subject.toUpperCase(java.util.Locale.ROOT).endsWith("." + user)
                && claims.path("iss").asText().equals(subject + "." + fingerprint(key))
                && claims.path("exp").asLong() > clock.instant().getEpochSecond();
    }

    private static String fingerprint(PublicKey key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return "SHA256:" + Base64.getEncoder().encodeToString(digest);
    }
}
