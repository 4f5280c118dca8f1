package io.outputport.foundation.caller.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.outputport.foundation.outcome.Quote;
import io.outputport.foundation.settings.SettingsException;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JWTs of an identity provider, checked by its published keys. Keys are kept for minutes; one that is not known is
 * fetched at once, but not oftener than twice in {@link #BETWEEN_FETCHES}, and for an hour old keys do while the
 * provider is away.
 */
public final class JwtVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(JwtVerifier.class);
    private static final String REFUSED = "The token is not valid, or no longer.";
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int LARGEST_KEY_SET = 256 * 1024;
    private static final int LONGEST_TOKEN = 8 * 1024;
    private static final int LONGEST_REASON = 300;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofHours(1);

    private final DefaultJWTProcessor<SecurityContext> processor;
    private final JwtIssuer issuer;

    public JwtVerifier(JwtIssuer issuer) {
        this.issuer = issuer;
        this.processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types()));
        processor.setJWSKeySelector(new MatchingKeys(asymmetric(), keys(issuer)));
        processor.setJWTClaimsSetVerifier(claims(issuer));
    }

    /** @param bearer what stands behind {@code Bearer} in the header */
    public Verdict of(String bearer) {
        if (bearer.length() > LONGEST_TOKEN) {
            LOG.info("A JWT is refused: it has more than {} characters.", LONGEST_TOKEN);
            return new Verdict.Invalid("The token is too long.");
        }
        JWT token;
        try {
            token = JWTParser.parse(bearer);
        } catch (ParseException | IllegalArgumentException unreadable) {
            // The parser's own words repeat what it read.
            LOG.info("A JWT is refused: it cannot be read.");
            return new Verdict.Invalid(REFUSED);
        }
        return of(token);
    }

    private Verdict of(JWT token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            // The verifier asks that they are there, and takes null for something.
            return claims.getExpirationTime() == null
                            || claims.getSubject() == null
                            || claims.getSubject().isBlank()
                    ? refused(token, "exp or sub says nothing")
                    : new Verdict.Valid(
                            claims.getSubject(),
                            claims.getExpirationTime().toInstant(),
                            Collections.unmodifiableMap(claims.getClaims()));
        } catch (KeySourceException away) {
            LOG.warn(
                    "The keys of {} cannot be had: {}",
                    issuer.setting(),
                    away.getClass().getSimpleName());
            return new Verdict.KeysUnavailable();
        } catch (BadJOSEException | JOSEException wrong) {
            return refused(token, String.valueOf(wrong.getMessage()));
        }
    }

    /** The caller learns no more than that; why is for whoever runs the service, in words that hold no token. */
    private static Verdict refused(JWT token, String reason) {
        String key = token.getHeader() instanceof JWSHeader signed ? String.valueOf(signed.getKeyID()) : "none";
        LOG.info(
                "A JWT is refused: {} (algorithm {}, key {}).",
                Quote.of(reason, LONGEST_REASON),
                Quote.of(String.valueOf(token.getHeader().getAlgorithm()), LONGEST_REASON),
                Quote.of(key, LONGEST_REASON));
        return new Verdict.Invalid(REFUSED);
    }

    /** As RFC 7519 and RFC 9068 have it; RFC 7515 (4.1.9) lets "application/" be left out, and the whole field, too. */
    private static Set<@Nullable JOSEObjectType> types() {
        Set<@Nullable JOSEObjectType> types = new HashSet<>();
        types.add(null);
        for (String type : List.of("JWT", "at+jwt")) {
            types.add(new JOSEObjectType(type));
            types.add(new JOSEObjectType("application/" + type));
        }
        return types;
    }

    /** With a symmetric algorithm, a published key would be a password. */
    private static Set<JWSAlgorithm> asymmetric() {
        Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.RSA);
        algorithms.addAll(JWSAlgorithm.Family.EC);
        return algorithms;
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> claims(JwtIssuer issuer) {
        JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(issuer.name()).build();
        DefaultJWTClaimsVerifier<SecurityContext> verifier =
                new DefaultJWTClaimsVerifier<>(issuer.audience(), exact, Set.of("sub", "exp"));
        verifier.setMaxClockSkew((int) issuer.skew().toSeconds());
        return verifier;
    }

    private static JWKSource<SecurityContext> keys(JwtIssuer issuer) {
        try {
            return JWKSourceBuilder.create(
                            issuer.keys().toURL(),
                            new UsableKeys(
                                    new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_KEY_SET),
                                    issuer.setting()))
                    .cache(KEPT.toMillis(), LONGEST_WAIT.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(BETWEEN_FETCHES.toMillis())
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException impossible) {
            throw new SettingsException(issuer.setting() + " is not an http or https address.");
        }
    }
}
