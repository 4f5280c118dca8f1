package io.outputport.provisioner.source.snowflake.login;

import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.Settings;
import java.security.PrivateKey;
import java.util.Optional;
import java.util.Properties;

/** How we prove who we are; all three reach the driver as properties, never in a URL. */
public sealed interface SnowflakeLogin {
    void addTo(Properties properties);

    record Password(Secret password) implements SnowflakeLogin {
        @Override
        public void addTo(Properties properties) {
            properties.setProperty("password", password.reveal());
        }
    }

    /** A programmatic access token. */
    record Token(Secret token) implements SnowflakeLogin {
        @Override
        public void addTo(Properties properties) {
            properties.setProperty("authenticator", "PROGRAMMATIC_ACCESS_TOKEN");
            properties.setProperty("token", token.reveal());
        }
    }

    record KeyPair(PrivateKey key) implements SnowflakeLogin {
        @Override
        public void addTo(Properties properties) {
            properties.setProperty("authenticator", "SNOWFLAKE_JWT");
            properties.put("privateKey", key);
        }

        @Override
        public String toString() {
            return "KeyPair[***]";
        }
    }

    /** The key pair wins over the token, and the token over the password, so that a new way in can be added first. */
    static Optional<SnowflakeLogin> from(Settings settings) {
        Optional<SnowflakeLogin> key = settings.secret("SNOWFLAKE_PRIVATE_KEY")
                .map(text -> new KeyPair(PrivateKeys.read(
                        "SNOWFLAKE_PRIVATE_KEY", text, settings.secret("SNOWFLAKE_PRIVATE_KEY_PASSPHRASE"))));
        return key.or(() -> settings.secret("SNOWFLAKE_TOKEN").map(Token::new))
                .or(() -> settings.secret("SNOWFLAKE_PASSWORD").map(Password::new));
    }
}
