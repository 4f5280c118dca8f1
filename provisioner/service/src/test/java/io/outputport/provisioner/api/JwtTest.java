package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.json;
import static io.outputport.provisioner.api.Bodies.provisioning;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.outputport.provisioner.TestingServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** JWTs of an identity provider, by real keys and a real key set over HTTP. */
class JwtTest {
    private static RSAKey rsa;
    private static ECKey curve;
    private static RSAKey stranger;

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.outputport.foundation.caller");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private KeyServer provider;
    private TestingServer server;

    @BeforeAll
    static void makeKeys() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        curve = new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        stranger = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
    }

    @BeforeEach
    void start() throws Exception {
        lines.start();
        LOGGER.addAppender(lines);
        provider = new KeyServer();
        provider.publish(rsa, curve);
        server = TestingServer.with(provider.settings());
    }

    @AfterEach
    void stop() {
        LOGGER.detachAppender(lines);
        server.close();
        provider.close();
    }

    @Test
    void a_token_of_the_provider_is_served_by_rsa_and_by_elliptic_curve_and_its_keys_are_fetched_once()
            throws Exception {
        assertThat(provision(KeyServer.sign(rsa, same())).statusCode()).isEqualTo(202);
        assertThat(provision(KeyServer.sign(curve, same())).statusCode()).isEqualTo(202);

        assertThat(provider.fetches).hasValue(1);
    }

    @Test
    void the_roles_decide() throws Exception {
        String reader = KeyServer.sign(rsa, roles("provisioner-read"));
        String nobody = KeyServer.sign(rsa, roles("somebody-else"));

        assertThat(provision(reader).statusCode()).isEqualTo(403);
        assertThat(server.get("/tasks", "Authorization", "Bearer " + reader).statusCode())
                .isEqualTo(200);
        assertThat(provision(nobody).statusCode()).isEqualTo(403);
        assertThat(server.get("/tasks", "Authorization", "Bearer " + nobody).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_token_that_is_not_meant_for_us_or_not_made_by_the_provider_is_401() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(120));
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("signed by another key", KeyServer.sign(stranger, same()));
        wrong.put("ended", KeyServer.sign(rsa, claims -> claims.expirationTime(past)));
        wrong.put("endless", KeyServer.sign(rsa, claims -> claims.expirationTime(null)));
        wrong.put("with a null for its end", KeyServer.sign(rsa, claims -> claims.claim("exp", null)));
        wrong.put("with a null for its owner", KeyServer.sign(rsa, claims -> claims.claim("sub", null)));
        wrong.put("with nothing for its owner", KeyServer.sign(rsa, claims -> claims.subject(" ")));
        wrong.put("of another issuer", KeyServer.sign(rsa, claims -> claims.issuer("https://else.example.com")));
        wrong.put("for another audience", KeyServer.sign(rsa, claims -> claims.audience("else")));
        wrong.put("without a signature", new PlainJWT(KeyServer.claims().build()).serialize());
        wrong.put("signed with the public key as a password", byPassword());
        wrong.put("not a token", "a.b.c");

        for (Map.Entry<String, String> token : wrong.entrySet()) {
            HttpResponse<String> answer = provision(token.getValue());
            assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(401);
            assertThat(json(answer).path("userMessage").asText()).startsWith("The token is not valid, or no longer.");
        }
        assertThat(server.bean(TestingQueue.class).submissions).isEmpty();
        assertThat(told(Level.INFO))
                .hasSameSizeAs(wrong.keySet())
                .allMatch(line -> line.startsWith("A JWT is refused"));
    }

    @Test
    void the_reason_of_a_refusal_is_logged_and_the_token_never() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(120));
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put(KeyServer.sign(stranger, same()), "Invalid signature (algorithm RS256, key rsa-1).");
        wrong.put(KeyServer.sign(rsa, claims -> claims.expirationTime(past)), "Expired JWT");
        wrong.put(KeyServer.sign(rsa, claims -> claims.expirationTime(null)), "exp");
        wrong.put(KeyServer.sign(rsa, claims -> claims.audience("else")), "aud claim rejected");
        wrong.put(KeyServer.headed(rsa, header -> header.type(new JOSEObjectType("secevent+jwt"))), "secevent+jwt");
        wrong.put(byPassword(), "algorithm HS256, key rsa-1");
        wrong.put("eyJhbGciOiJub25l.c2VjcmV0.c2VjcmV0", "it cannot be read");

        for (Map.Entry<String, String> token : wrong.entrySet()) {
            lines.list.clear();
            assertThat(provision(token.getKey()).statusCode()).isEqualTo(401);
            assertThat(told(Level.INFO)).singleElement().asString().contains(token.getValue());
            assertThat(told(Level.INFO).get(0)).doesNotContain(token.getKey().split("\\."));
        }
    }

    @Test
    void a_key_that_cannot_be_read_is_told_of_and_shuts_out_nobody_else() throws Exception {
        provider.publish("""
                {"keys":[{"kty":"EC","kid":"of-tomorrow","crv":"BP-256","x":"AAAA","y":"AAAA"},17,%s,
                    {"kty":"UNHEARD-OF","kid":"stranger"}]}""".formatted(rsa.toPublicJWK()));

        assertThat(provision(KeyServer.sign(rsa, same())).statusCode()).isEqualTo(202);
        assertThat(provision(KeyServer.sign(curve, same())).statusCode()).isEqualTo(401);
        assertThat(told(Level.WARN))
                .contains(
                        "The key of-tomorrow of API_JWT_JWKS_URL (type EC, curve BP-256) cannot be read and is left out.",
                        "The key stranger of API_JWT_JWKS_URL (type UNHEARD-OF, curve none) cannot be read and is left out.",
                        "The set of API_JWT_JWKS_URL holds something that is no key.");
    }

    @Test
    void a_key_that_is_too_short_signs_nothing() throws Exception {
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        provider.publish(weak, rsa);

        assertThat(provision(KeyServer.weaklySigned(weak)).statusCode()).isEqualTo(401);
        assertThat(provision(KeyServer.sign(rsa, same())).statusCode()).isEqualTo(202);
    }

    @Test
    void clocks_may_differ_a_little() throws Exception {
        Date justNow = Date.from(Instant.now().minusSeconds(10));

        assertThat(provision(KeyServer.sign(rsa, claims -> claims.expirationTime(justNow)))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void a_new_key_is_fetched_when_it_is_first_used_and_unknown_ones_do_not_make_more_calls() throws Exception {
        assertThat(provision(KeyServer.sign(rsa, same())).statusCode()).isEqualTo(202);
        RSAKey next = new RSAKeyGenerator(2048).keyID("rsa-2").generate();
        provider.publish(next);

        assertThat(provision(KeyServer.sign(next, same())).statusCode()).isEqualTo(202);
        assertThat(provision(KeyServer.sign(rsa, same())).statusCode()).isIn(401, 503);
        RSAKey invented = new RSAKeyGenerator(2048).keyID("invented").generate();
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(provision(KeyServer.sign(invented, same())).statusCode()).isIn(401, 503);
        }

        assertThat(provider.fetches).hasValueLessThanOrEqualTo(3);
        assertThat(provision(KeyServer.sign(next, same())).statusCode()).isEqualTo(202);
    }

    @Test
    void without_keys_the_answer_is_503_and_not_that_the_token_is_wrong() throws Exception {
        provider.down = true;

        HttpResponse<String> answer = provision(KeyServer.sign(rsa, same()));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void keys_that_are_known_do_while_the_provider_is_away() throws Exception {
        assertThat(provision(KeyServer.sign(rsa, same())).statusCode()).isEqualTo(202);
        provider.down = true;

        assertThat(provision(KeyServer.sign(rsa, same())).statusCode()).isEqualTo(202);
    }

    private List<String> told(Level level) {
        return List.copyOf(lines.list).stream()
                .filter(line -> line.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static UnaryOperator<JWTClaimsSet.Builder> same() {
        return claims -> claims;
    }

    private static UnaryOperator<JWTClaimsSet.Builder> roles(String... roles) {
        return claims -> claims.claim("realm_access", Map.of("roles", List.of(roles)));
    }

    private static String byPassword() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(),
                KeyServer.claims().build());
        token.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private HttpResponse<String> provision(String token) throws IOException, InterruptedException {
        return server.post(
                "/v1/provision",
                provisioning().toString(),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + token);
    }
}
