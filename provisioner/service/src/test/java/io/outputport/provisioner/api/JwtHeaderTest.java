package io.outputport.provisioner.api;

import static io.outputport.provisioner.api.Bodies.provisioning;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.outputport.provisioner.TestingServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the standards leave to the provider: how a token names its type, and whether keys have names at all. */
class JwtHeaderTest {
    private static RSAKey rsa;
    private static ECKey curve;
    private static RSAKey stranger;

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
        provider = new KeyServer();
        provider.publish(rsa, curve);
        server = TestingServer.with(provider.settings());
    }

    @AfterEach
    void stop() {
        server.close();
        provider.close();
    }

    @Test
    void a_token_may_name_its_type_in_any_way_of_the_standards_or_not_at_all() throws Exception {
        for (String type : List.of("JWT", "jwt", "application/jwt", "at+jwt", "application/at+jwt", "AT+JWT")) {
            String token = KeyServer.headed(rsa, header -> header.type(new JOSEObjectType(type)));
            assertThat(answerTo(token)).as(type).isEqualTo(202);
        }
        assertThat(answerTo(KeyServer.headed(rsa, header -> header.type(null)))).isEqualTo(202);
    }

    @Test
    void a_token_without_a_key_id_is_tried_against_every_key_of_its_kind() throws Exception {
        RSAKey other = new RSAKeyGenerator(2048).keyID("rsa-0").generate();
        provider.publish(other, rsa, curve);

        assertThat(answerTo(KeyServer.headed(rsa, header -> header.keyID(null))))
                .isEqualTo(202);
        assertThat(answerTo(KeyServer.headed(curve, header -> header.keyID(null))))
                .isEqualTo(202);
        assertThat(answerTo(KeyServer.headed(stranger, header -> header.keyID(null))))
                .isEqualTo(401);
    }

    @Test
    void a_key_without_an_id_checks_tokens_that_name_one_and_those_that_name_none() throws Exception {
        provider.publish(new RSAKey.Builder(rsa).keyID(null).build());

        assertThat(answerTo(KeyServer.sign(rsa, claims -> claims))).isEqualTo(202);
        assertThat(answerTo(KeyServer.headed(rsa, header -> header.keyID(null))))
                .isEqualTo(202);
        assertThat(answerTo(KeyServer.sign(stranger, claims -> claims))).isEqualTo(401);
        assertThat(provider.fetches).hasValue(1);
    }

    @Test
    void a_key_with_another_id_checks_nothing() throws Exception {
        provider.publish(new RSAKey.Builder(rsa).keyID("other").build());

        assertThat(answerTo(KeyServer.sign(rsa, claims -> claims))).isIn(401, 503);
    }

    private int answerTo(String token) throws Exception {
        return server.post(
                        "/v1/provision",
                        provisioning().toString(),
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Bearer " + token)
                .statusCode();
    }
}
