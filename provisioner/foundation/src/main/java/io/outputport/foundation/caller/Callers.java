package io.outputport.foundation.caller;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.outputport.foundation.caller.identity.Caller;
import io.outputport.foundation.caller.identity.Identity;
import io.outputport.foundation.caller.identity.Role;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Tells who sent a request. Of what is switched on, all is asked for: a certificate, and then a bearer token. */
public final class Callers {
    private static final String SCHEME = "Bearer ";

    private final AccessSettings settings;
    private final Optional<BearerTokens> tokens;
    private final Optional<BearerTokens> jwts;

    Callers(AccessSettings settings) {
        this.settings = settings;
        this.tokens = settings.tokens().map(TokenFile::new);
        this.jwts = settings.jwt().map(JsonWebTokens::new);
    }

    public Identity of(HttpRequest<?> request) {
        Optional<String> subject = subject(request);
        if (settings.certificates() && subject.isEmpty()) {
            return new Identity.Refused("A client certificate is asked for here.");
        }
        if (settings.takesBearers()) {
            return bearer(request);
        }
        return new Identity.Known(new Caller("certificate " + subject.orElse("none"), Role.WRITE));
    }

    /** Where a request came from, for those that cannot say more. */
    public static String address(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress().getHostAddress();
    }

    private Identity bearer(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Identity.Refused("A bearer token is asked for here.");
        }
        String bearer = header.substring(SCHEME.length()).strip();
        // Head, claims and signature: nothing else has two dots.
        boolean isJwt = bearer.chars().filter(character -> character == '.').count() == 2;
        return (isJwt ? jwts.or(() -> tokens) : tokens.or(() -> jwts))
                .orElseThrow()
                .of(bearer);
    }

    private static Optional<String> subject(HttpRequest<?> request) {
        return request.getCertificate()
                .filter(X509Certificate.class::isInstance)
                .map(certificate -> ((X509Certificate) certificate)
                        .getSubjectX500Principal()
                        .getName());
    }
}
