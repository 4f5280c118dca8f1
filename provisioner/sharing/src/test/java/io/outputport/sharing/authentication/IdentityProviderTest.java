package io.outputport.sharing.authentication;

import static io.outputport.sharing.TestingSharing.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.transport.StandIn;
import io.outputport.sharing.TestingSharing;
import io.outputport.sharing.recipient.Principal;
import io.outputport.sharing.share.Share;
import io.outputport.sharing.share.Shares;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identities that a provider has signed, with a real key and a real set of keys over HTTP. */
class IdentityProviderTest {
    private static RSAKey key;
    private static RSAKey stranger;

    @TempDir
    Path folder;

    private StandIn provider;
    private TestingSharing server;

    @BeforeAll
    static void makeKeys() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("k").generate();
        stranger = new RSAKeyGenerator(2048).keyID("k").generate();
    }

    @BeforeEach
    void start() {
        provider = StandIn.answering(200, new JWKSet(key.toPublicJWK()).toString());
        server = TestingSharing.in(folder, settings());
    }

    @AfterEach
    void stop() {
        server.close();
        provider.close();
    }

    @Test
    void a_person_is_let_in_by_the_providers_word_and_nobody_else_is() throws Exception {
        assertThat(server.protocol(sign(key, claims -> claims))).isEqualTo(404);

        assertThat(server.protocol(sign(stranger, claims -> claims))).isEqualTo(401);
        assertThat(server.protocol(sign(key, claims -> claims.audience("others"))))
                .isEqualTo(401);
        assertThat(server.protocol(sign(key, claims -> claims.issuer("https://else"))))
                .isEqualTo(401);
        assertThat(server.protocol(sign(key, claims -> claims.expirationTime(new Date(0)))))
                .isEqualTo(401);
        assertThat(server.protocol(sign(key, claims -> claims.subject("a b")))).isEqualTo(401);
    }

    @Test
    void groups_count_as_the_provider_names_them() throws Exception {
        server.share("for-alice", "user:alice");
        server.share("for-analysts", "group:analysts");
        server.share("for-others", "group:others");

        assertThat(seen(sign(key, claims -> claims.claim("groups", List.of("Analysts", "x/y")))))
                .containsExactly("for-alice", "for-analysts");
        assertThat(seen(sign(key, claims -> claims.subject("carol").claim("groups", List.of("others")))))
                .containsExactly("for-others");
        assertThat(seen(sign(key, claims -> claims))).containsExactly("for-alice");
    }

    @Test
    void who_is_suspended_or_whose_identities_were_ended_is_refused_whatever_the_provider_says() throws Exception {
        server.share("for-alice", "user:alice");
        String identity = sign(key, claims -> claims);
        assertThat(server.protocol(identity)).isEqualTo(404);

        server.call("POST", "/admin/v1/recipients/user:alice/revoke", "");
        assertThat(server.protocol(identity)).isEqualTo(401);

        String later = sign(
                key, claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(900))));
        assertThat(server.protocol(later)).isEqualTo(404);
        server.recipient("user:alice", "{\"suspended\":true}");
        assertThat(server.protocol(later)).isEqualTo(401);
    }

    @Test
    void a_person_makes_the_token_without_a_link() throws Exception {
        server.share("for-alice", "user:alice");

        var profile = server.call("POST", "/activation", "", "Authorization", "Bearer " + sign(key, claims -> claims));

        assertThat(profile.statusCode()).isEqualTo(200);
        assertThat(seen(json(profile).path("bearerToken").asText())).containsExactly("for-alice");
        assertThat(server.call("POST", "/admin/v1/recipients/user:alice/activations", "")
                        .statusCode())
                .isEqualTo(400);
        String bob = sign(key, claims -> claims.subject("bob"));
        assertThat(server.call("POST", "/activation", "", "Authorization", "Bearer " + bob)
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void a_client_of_the_provider_gets_a_profile_of_its_own_kind() {
        server.recipient("robot", "{\"kind\":\"SERVICE\"}");

        var profile = json(server.get("/admin/v1/recipients/robot/profile?provider=corp&clientId=robot"));

        assertThat(profile.path("shareCredentialsVersion").asInt()).isEqualTo(2);
        assertThat(profile.path("type").asText()).isEqualTo("oauth_client_credentials");
        assertThat(profile.path("tokenEndpoint").asText()).isEqualTo("https://corp.example.com/token");
    }

    @Test
    void a_client_cannot_become_a_person_by_its_name() throws Exception {
        server.close();
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("SHARING_OIDC_CORP_RECIPIENT", "{client_id}");
        server = TestingSharing.in(folder, settings);

        assertThat(server.protocol(sign(key, claims -> claims.claim("client_id", "robot"))))
                .isEqualTo(404);
        assertThat(server.protocol(sign(key, claims -> claims.claim("client_id", "user:alice"))))
                .isEqualTo(401);
        assertThat(server.protocol(sign(key, claims -> claims.claim("client_id", "group:analysts"))))
                .isEqualTo(401);
    }

    @Test
    void a_provider_that_is_away_is_no_reason_to_let_anybody_in_or_to_say_no_for_ever() throws Exception {
        provider.close();

        assertThat(server.protocol(sign(key, claims -> claims))).isEqualTo(503);
    }

    @Test
    void a_misspelt_setting_of_a_provider_stops_the_start() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("SHARING_OIDC_CORP_AUDIENCES", "x");

        assertThatThrownBy(
                        () -> TestingSharing.in(folder.resolve("b"), settings).close())
                .hasStackTraceContaining(SettingsException.class.getName())
                .hasStackTraceContaining("SHARING_OIDC_CORP_AUDIENCES is not a setting");
    }

    private List<String> seen(String bearer) throws Exception {
        Authenticated who =
                server.bean(Authentication.class).of(Optional.of(bearer), InetAddress.getByName("127.0.0.1"));
        Principal principal = ((Authenticated.As) who).principal();
        return server.bean(Shares.class).granted(principal).stream()
                .map(Share::name)
                .toList();
    }

    private Map<String, String> settings() {
        return Map.of(
                "SHARING_OIDC_CORP_JWKS_URL", provider.url().toString(),
                "SHARING_OIDC_CORP_ISSUER", "https://corp.example.com",
                "SHARING_OIDC_CORP_AUDIENCE", "sharing",
                "SHARING_OIDC_CORP_TOKEN_URL", "https://corp.example.com/token");
    }

    private static String sign(RSAKey with, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        JWTClaimsSet.Builder usual = new JWTClaimsSet.Builder()
                .issuer("https://corp.example.com")
                .audience("sharing")
                .subject("alice")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
                change.apply(usual).build());
        token.sign(new RSASSASigner(with));
        return token.serialize();
    }
}
