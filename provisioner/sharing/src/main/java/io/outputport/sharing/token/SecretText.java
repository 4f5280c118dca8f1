package io.outputport.sharing.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token or the code of a link, 256 random bits behind a prefix by which scanners of source code know it. Its text form
 * does not tell it.
 */
public record SecretText(String reveal) {
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("ds[as]_[A-Za-z0-9_-]{43}");

    /** What it is for. */
    public enum Use {
        /** Reads shares. */
        TOKEN("dss_"),
        /** Makes one token. */
        ACTIVATION("dsa_");

        private final String prefix;

        Use(String prefix) {
            this.prefix = prefix;
        }
    }

    public static SecretText fresh(Use use, SecureRandom chance) {
        byte[] bits = new byte[BYTES];
        chance.nextBytes(bits);
        return new SecretText(
                use.prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Empty for what cannot be one of ours. */
    public static Optional<SecretText> of(Use use, String text) {
        return FORM.matcher(text).matches() && text.startsWith(use.prefix)
                ? Optional.of(new SecretText(text))
                : Optional.empty();
    }

    /** What is kept of it: SHA-256 in hex. With 256 random bits neither salt nor a slow hash adds anything. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(reveal.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
