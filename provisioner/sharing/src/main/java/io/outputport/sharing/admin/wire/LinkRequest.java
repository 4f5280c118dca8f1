package io.outputport.sharing.admin.wire;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * What a new link is to be; all may be left out.
 *
 * @param linkLifetime for example {@code 24h}
 * @param tokenLifetime of the token that it makes, for example {@code 30d}
 * @param grace for how long tokens that there are go on, with a rotation
 */
@Introspected
public record LinkRequest(
        @Nullable String linkLifetime,
        @Nullable String tokenLifetime,
        @Nullable String grace) {
    public static final LinkRequest USUAL = new LinkRequest(null, null, null);
}
