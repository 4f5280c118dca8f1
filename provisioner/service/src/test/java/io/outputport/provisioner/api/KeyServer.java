package io.outputport.provisioner.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An identity provider as far as the service sees one: it publishes its keys and signs with them. */
final class KeyServer implements AutoCloseable {
    static final String ISSUER = "https://idp.example.com";
    static final String AUDIENCE = "provisioner";

    final AtomicInteger fetches = new AtomicInteger();
    volatile boolean down;
    private volatile String keys = "{\"keys\":[]}";
    private final HttpServer server;

    KeyServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            byte[] body = keys.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(down ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    Map<String, String> settings() {
        return Map.of(
                "API_JWT_JWKS_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/keys",
                "API_JWT_ISSUER",
                ISSUER,
                "API_JWT_AUDIENCE",
                AUDIENCE,
                "API_JWT_ROLE_CLAIM",
                "realm_access.roles");
    }

    void publish(JWK... published) {
        keys = new JWKSet(List.of(published)).toPublicJWKSet().toString();
    }

    /** A set that no library of today would write. */
    void publish(String set) {
        keys = set;
    }

    /** As a provider does that thinks 1,024 bits are enough; the library refuses to unless it is told. */
    static String weaklySigned(RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims().build());
        token.sign(new RSASSASigner(key.toRSAPrivateKey(), true));
        return token.serialize();
    }

    static String sign(JWK key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return sign(key, header -> header, change.apply(claims()).build());
    }

    /** The provider may leave out, or name in its own way, what the header of a token can hold. */
    static String headed(JWK key, UnaryOperator<JWSHeader.Builder> change) throws JOSEException {
        return sign(key, change, claims().build());
    }

    private static String sign(JWK key, UnaryOperator<JWSHeader.Builder> change, JWTClaimsSet claims)
            throws JOSEException {
        JWSSigner signer = key instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner(key.toRSAKey());
        JWSAlgorithm algorithm = key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
        JWSHeader.Builder header =
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).type(JOSEObjectType.JWT);
        SignedJWT token = new SignedJWT(change.apply(header).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("coordinator")
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("realm_access", Map.of("roles", List.of("provisioner-write")));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
