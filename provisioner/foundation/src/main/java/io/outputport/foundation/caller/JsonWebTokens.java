package io.outputport.foundation.caller;

import io.outputport.foundation.caller.identity.Identity;
import io.outputport.foundation.caller.jwt.JwtVerifier;

/** JWTs of an identity provider, and the role that they give. */
final class JsonWebTokens implements BearerTokens {
    private final JwtVerifier verifier;
    private final JwtRoles roles;

    JsonWebTokens(JwtSettings settings) {
        this.verifier = new JwtVerifier(settings.issuer());
        this.roles = new JwtRoles(settings);
    }

    @Override
    public Identity of(String bearer) {
        return verifier.of(bearer)
                .match(roles::caller, refused -> new Identity.Refused(refused.reason()), Identity.Unavailable::new);
    }
}
