package io.outputport.sharing.protocol.selection;

import io.outputport.sharing.signature.SigningKey;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * What a client sends to go on with a version that it was told of, also where there is a newer one by then: a page token for
 * the files that come next, a refresh token for fresh addresses. A seal keeps them from being made up, or used for another
 * query, table or recipient.
 */
@Singleton
public final class VersionTokens {
    private static final String USE = "version token 1";
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final int SEAL = 16;
    private static final int LONGEST = 2_048;

    private final SigningKey key;
    private final InstantSource clock;

    public VersionTokens(SigningKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * What a token stands for.
     *
     * @param table the id that the version's own log gives to the table: one made anew in its place has another
     * @param last the id of the file that was told last; empty in a refresh token
     */
    public record Pin(long version, String table, String last) {}

    /** @param scope what the token is for, and whose */
    public String of(String scope, Pin pin) {
        byte[] text = String.join(
                        "\n",
                        Long.toString(clock.instant().plus(LIFETIME).getEpochSecond()),
                        Long.toString(pin.version()),
                        pin.last(),
                        pin.table())
                .getBytes(StandardCharsets.UTF_8);
        byte[] token = Arrays.copyOf(seal(scope, text), SEAL + text.length);
        System.arraycopy(text, 0, token, SEAL, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty when it is none of ours for this, or too old. */
    public Optional<Pin> read(String scope, String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            byte[] text = Arrays.copyOfRange(bytes, Math.min(SEAL, bytes.length), bytes.length);
            return MessageDigest.isEqual(seal(scope, text), Arrays.copyOf(bytes, SEAL))
                    ? pin(new String(text, StandardCharsets.UTF_8).split("\n", 4))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<Pin> pin(String[] parts) {
        boolean live = Instant.ofEpochSecond(Long.parseLong(parts[0])).isAfter(clock.instant());
        return live ? Optional.of(new Pin(Long.parseLong(parts[1]), parts[3], parts[2])) : Optional.empty();
    }

    private byte[] seal(String scope, byte[] text) {
        Mac mac = key.seal(USE);
        mac.update(scope.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return Arrays.copyOf(mac.doFinal(text), SEAL);
    }
}
