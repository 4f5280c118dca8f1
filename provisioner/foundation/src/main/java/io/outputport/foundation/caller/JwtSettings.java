package io.outputport.foundation.caller;

import io.outputport.foundation.caller.jwt.JwtIssuer;
import io.outputport.foundation.settings.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * Whose JWTs are taken.
 *
 * @param roleClaim where the roles stand; a dot leads into an object
 */
record JwtSettings(JwtIssuer issuer, String roleClaim, String readRole, String writeRole) {
    private static final String KEYS = "API_JWT_JWKS_URL";

    /** Without the address of the keys there are no JWTs; with it, issuer and audience must be said. */
    static Optional<JwtSettings> from(Settings settings) {
        return settings.url(KEYS)
                .map(keys -> new JwtSettings(
                        new JwtIssuer(
                                keys,
                                KEYS,
                                settings.required("API_JWT_ISSUER"),
                                settings.required("API_JWT_AUDIENCE"),
                                settings.duration("API_JWT_CLOCK_SKEW", Duration.ofSeconds(30))),
                        settings.text("API_JWT_ROLE_CLAIM", "roles"),
                        settings.text("API_JWT_READ_ROLE", "provisioner-read"),
                        settings.text("API_JWT_WRITE_ROLE", "provisioner-write")));
    }
}
