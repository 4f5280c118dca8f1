package io.outputport.foundation.caller.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys that may have signed a token: of its algorithm and meant for signatures, and of its {@code kid}. The field is
 * optional on both sides (RFC 7515, 4.1.4; RFC 7517, 4.5): a token without it may be of any of them, and a key without it
 * may have signed a token that names one. The signature decides.
 */
final class MatchingKeys extends JWSVerificationKeySelector<SecurityContext> {
    MatchingKeys(Set<JWSAlgorithm> algorithms, JWKSource<SecurityContext> keys) {
        super(algorithms, keys);
    }

    @Override
    protected @Nullable JWKMatcher createJWKMatcher(JWSHeader header) {
        JWKMatcher named = super.createJWKMatcher(header);
        return named == null || header.getKeyID() == null
                ? named
                : new JWKMatcher.Builder(named).keyIDs(header.getKeyID(), null).build();
    }
}
