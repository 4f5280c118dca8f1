package io.outputport.sandbox.sharing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.outputport.engine.http.Pause;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.engine.http.Routes;
import io.outputport.engine.http.fault.Faults;
import io.outputport.engine.http.fault.StandardFaults;
import io.outputport.engine.http.server.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Signs for whoever says a name, {@code alice} or {@code alice+analysts} for somebody in a group: by that token the sharing
 * server knows {@code user:alice}. The sandbox's own server asks it by itself; others get one by {@code POST /token} with
 * {@code Bearer alice}. Its key lives as long as it does.
 */
public final class IdentityProvider implements AutoCloseable {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final String AUDIENCE = "sharing";
    private static final String KEY = "sandbox";
    private static final int KEY_BITS = 2_048;

    /** Persons and groups as the sandbox writes them; links and tokens are longer, and signed ones have dots. */
    private static final Pattern NAMES = Pattern.compile("[a-z][a-z0-9-]{0,30}(\\+[a-z0-9-]{1,30})*");

    private final RSAKey key;
    private final LoopbackServer server;

    private IdentityProvider(RSAKey key, LoopbackServer server) {
        this.key = key;
        this.server = server;
    }

    /** On any free port. */
    public static IdentityProvider start() throws IOException {
        try {
            RSAKey key = new RSAKeyGenerator(KEY_BITS).keyID(KEY).generate();
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            Routes routes = Routes.otherwise(request -> Reply.text(404, "There are GET /keys and POST /token."))
                    .on("GET", "/keys", request -> Reply.bytes(200, "application/json", keys))
                    .on("POST", "/token", request -> token(key, request));
            return new IdentityProvider(
                    key, LoopbackServer.start(0, routes, Faults.of(StandardFaults.with(Map.of())), Pause.real()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every JDK makes RSA keys", impossible);
        }
    }

    public URI url() {
        return server.url();
    }

    /** What the sharing server is told of it. */
    public Map<String, String> settings() {
        return Map.of(
                "SHARING_OIDC_SANDBOX_JWKS_URL", url() + "/keys",
                "SHARING_OIDC_SANDBOX_ISSUER", AUDIENCE + "-sandbox",
                "SHARING_OIDC_SANDBOX_AUDIENCE", AUDIENCE);
    }

    private static Reply token(RSAKey key, Request request) {
        String said = request.header("Authorization").orElse("").replaceFirst("(?i)^Bearer +", "");
        return said.isBlank()
                ? Reply.text(401, "Say who you are: Authorization: Bearer alice")
                : Reply.json(200, JsonNodeFactory.instance.objectNode().put("access_token", identity(key, said)));
    }

    /** The token of somebody who says a name, in groups or not; empty when it is no name. */
    public Optional<String> signed(String said) {
        return NAMES.matcher(said).matches() ? Optional.of(identity(key, said)) : Optional.empty();
    }

    private static String identity(RSAKey key, String said) {
        List<String> names = List.of(said.split("\\+"));
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(AUDIENCE + "-sandbox")
                .audience(AUDIENCE)
                .subject(names.get(0))
                .claim("groups", names.subList(1, names.size()))
                .expirationTime(Date.from(Instant.now().plus(LIFETIME)))
                .build();
        return signed(key, claims);
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a key of our own signs", impossible);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
