package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.RunningSandbox;
import io.outputport.sandbox.StartFailed;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service logs in to Snowflake without a password. */
class SnowflakeLoginStoryTest {
    @Test
    void by_programmatic_access_token() throws StartFailed {
        assertThatAPortIsServed(Map.of("SNOWFLAKE_TOKEN", "sandbox-access-token"));
    }

    @Test
    void by_key_pair() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        KeyPair pair = keys.generateKeyPair();

        assertThatAPortIsServed(Map.of(
                "SANDBOX_SNOWFLAKE_PUBLIC_KEY",
                        pem("PUBLIC KEY", pair.getPublic().getEncoded()),
                "SNOWFLAKE_PRIVATE_KEY", pem("PRIVATE KEY", pair.getPrivate().getEncoded())));
    }

    private static void assertThatAPortIsServed(Map<String, String> login) throws StartFailed {
        Map<String, String> environment = new HashMap<>(login);
        for (String part : new String[] {"PROVISIONER", "HASURA", "ROLE_MAPPER", "POSTGRES", "SNOWFLAKE"}) {
            environment.put("SANDBOX_" + part + "_PORT", "0");
        }
        try (RunningSandbox sandbox = new RunningSandbox()) {
            sandbox.start(environment);
            Platform platform =
                    new Platform(URI.create(sandbox.ready().path("provisioner").asText()));
            Product product = Product.onSnowflake("Login");

            assertThat(platform.provision(product.sample()).path("status").asText())
                    .isEqualTo("COMPLETED");
        }
    }

    private static String pem(String kind, byte[] key) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + kind
                + "-----\n";
    }
}
