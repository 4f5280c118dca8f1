package io.outputport.foundation.caller;

import io.outputport.foundation.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Whose JWTs are taken.
 *
 * @param roleClaim where the roles stand; a dot leads into an object
 */
record JwtSettings(
        URI keys, String issuer, String audience, String roleClaim, String readRole, String writeRole, Duration skew) {
    /** Without the address of the keys there are no JWTs; with it, issuer and audience must be said. */
    static Optional<JwtSettings> from(Settings settings) {
        return settings.url("API_JWT_JWKS_URL")
                .map(keys -> new JwtSettings(
                        keys,
                        settings.required("API_JWT_ISSUER"),
                        settings.required("API_JWT_AUDIENCE"),
                        settings.text("API_JWT_ROLE_CLAIM", "roles"),
                        settings.text("API_JWT_READ_ROLE", "provisioner-read"),
                        settings.text("API_JWT_WRITE_ROLE", "provisioner-write"),
                        settings.duration("API_JWT_CLOCK_SKEW", Duration.ofSeconds(30))));
    }
}
