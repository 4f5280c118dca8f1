package io.outputport.sharing.protocol.page;

import io.outputport.sharing.signature.SigningKey;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * Where a page of a list ended. The name that was last goes along, so that a list that changes between two pages loses and
 * repeats nothing that stayed; a seal keeps a token from being used for another list, or made up.
 */
@Singleton
public final class PageTokens {
    private static final String USE = "page token 1";
    private static final int SEAL = 16;
    private static final int LONGEST = 4_096;

    private final SigningKey key;

    public PageTokens(SigningKey key) {
        this.key = key;
    }

    /** @param list which list it is, and whose */
    String after(String list, String last) {
        byte[] name = last.getBytes(StandardCharsets.UTF_8);
        byte[] token = Arrays.copyOf(seal(list, name), SEAL + name.length);
        System.arraycopy(name, 0, token, SEAL, name.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The name that was last; empty when the token is none of ours for this list. */
    Optional<String> last(String list, String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            byte[] name = Arrays.copyOfRange(bytes, Math.min(SEAL, bytes.length), bytes.length);
            boolean ours = MessageDigest.isEqual(seal(list, name), Arrays.copyOf(bytes, SEAL));
            return ours ? Optional.of(new String(name, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] seal(String list, byte[] name) {
        Mac mac = key.seal(USE);
        mac.update(list.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return Arrays.copyOf(mac.doFinal(name), SEAL);
    }
}
