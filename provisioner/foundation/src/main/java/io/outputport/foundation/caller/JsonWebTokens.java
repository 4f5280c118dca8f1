package io.outputport.foundation.caller;

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
        Verdict verdict = verifier.of(bearer);
        if (verdict instanceof Verdict.Valid valid) {
            return roles.caller(valid);
        }
        return verdict instanceof Verdict.Refused refused
                ? new Identity.Refused(refused.reason())
                : new Identity.Unavailable();
    }
}
