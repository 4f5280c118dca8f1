package io.outputport.provisioner.source.snowflake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.source.snowflake.login.Keys;
import io.outputport.provisioner.source.snowflake.login.SnowflakeAgent;
import io.outputport.provisioner.source.snowflake.login.SnowflakeAgent.SecretMode;
import io.outputport.provisioner.source.snowflake.login.SnowflakeHost;
import io.outputport.provisioner.source.snowflake.login.SnowflakeLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class SnowflakeSettingsTest {
    /** The least that is needed. */
    static final Map<String, String> NEEDED = Map.of(
            "SNOWFLAKE_HOST", "Acme.snowflakecomputing.com",
            "SNOWFLAKE_USER", "PROVISIONER",
            "SNOWFLAKE_PASSWORD", "s3cret/&%",
            "SNOWFLAKE_ROLE", "READER",
            "SNOWFLAKE_WAREHOUSE", "SMALL WH");

    @Test
    void no_setting_means_no_snowflake() {
        assertThat(SnowflakeSettings.from(Settings.of(Map.of("SNOWFLAKE_SECRET_MODE", "inline"))))
                .isEmpty();
    }

    @Test
    void what_is_not_set_has_a_default() {
        SnowflakeSettings settings = with(Map.of());

        assertThat(settings.host().inUrl()).isEqualTo("acme.snowflakecomputing.com");
        assertThat(settings.login()).isInstanceOf(SnowflakeLogin.Password.class);
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.agent())
                .isEqualTo(new SnowflakeAgent(
                        Optional.empty(),
                        "SNOWFLAKE_USER",
                        "SNOWFLAKE_PASSWORD",
                        "SNOWFLAKE_ROLE",
                        "SNOWFLAKE_WAREHOUSE",
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void every_setting_is_read(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("key.p8"), Keys.openssl("open"));
        SnowflakeSettings settings = with(Map.of(
                "SNOWFLAKE_HOST", "http://127.0.0.1:8093/",
                "SNOWFLAKE_PRIVATE_KEY_FILE", key.toString(),
                "SNOWFLAKE_PRIVATE_KEY_PASSPHRASE", "open",
                "SNOWFLAKE_SECRET_MODE", "inline",
                "SNOWFLAKE_AGENT_KEY_FILE", "/secrets/key.p8",
                "HASURA_ENV_SNOWFLAKE_USER", "SF_USER",
                "HASURA_ENV_SNOWFLAKE_PASSWORD", "SF_PASSWORD",
                "HASURA_ENV_SNOWFLAKE_WAREHOUSE", "SF_WAREHOUSE",
                "HASURA_ENV_SNOWFLAKE_KEY_PASSPHRASE", "SF_PASSPHRASE",
                "SOURCE_TIMEOUT", "3s"));

        assertThat(settings.host()).isEqualTo(new SnowflakeHost("http://", "127.0.0.1:8093"));
        assertThat(settings.user()).isEqualTo("PROVISIONER");
        assertThat(settings.role()).isEqualTo("READER");
        assertThat(settings.warehouse()).isEqualTo("SMALL WH");
        assertThat(settings.login()).isEqualTo(new SnowflakeLogin.KeyPair(Keys.PAIR.getPrivate()));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.agent())
                .isEqualTo(new SnowflakeAgent(
                        Optional.of(SecretMode.INLINE),
                        "SF_USER",
                        "SF_PASSWORD",
                        "SNOWFLAKE_ROLE",
                        "SF_WAREHOUSE",
                        Optional.of("/secrets/key.p8"),
                        Optional.of("SF_PASSPHRASE")));
        assertThat(settings.toString()).doesNotContain("s3cret", "modulus", "PRIVATE KEY");
    }

    @Test
    void a_token_wins_over_a_password() {
        assertThat(with(Map.of("SNOWFLAKE_TOKEN", "pat")).login()).isInstanceOf(SnowflakeLogin.Token.class);
    }

    @Test
    void some_settings_without_the_others_are_an_error() {
        assertThatThrownBy(() -> SnowflakeSettings.from(Settings.of(Map.of("SNOWFLAKE_TOKEN", "pat"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("SNOWFLAKE_HOST, SNOWFLAKE_USER, SNOWFLAKE_ROLE, SNOWFLAKE_WAREHOUSE are not"
                        + " set; for Snowflake sources set");

        Map<String, String> noLogin = new HashMap<>(NEEDED);
        noLogin.remove("SNOWFLAKE_PASSWORD");
        assertThatThrownBy(() -> SnowflakeSettings.from(Settings.of(noLogin)))
                .hasMessageStartingWith(
                        "None of SNOWFLAKE_PASSWORD, SNOWFLAKE_TOKEN, SNOWFLAKE_PRIVATE_KEY is set; for Snowflake");
    }

    @Test
    void secrets_in_the_metadata_need_a_secret_for_the_agent() throws IOException {
        Map<String, String> keyOnly = new HashMap<>(NEEDED);
        keyOnly.remove("SNOWFLAKE_PASSWORD");
        keyOnly.put("SNOWFLAKE_PRIVATE_KEY", Keys.pkcs8());
        keyOnly.put("SNOWFLAKE_SECRET_MODE", "inline");

        assertThatThrownBy(() -> SnowflakeSettings.from(Settings.of(keyOnly)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("SNOWFLAKE_SECRET_MODE is inline, so");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SNOWFLAKE_HOST                 | acme/?user=x          | SNOWFLAKE_HOST is not a host such as
            SNOWFLAKE_HOST                 | me:s3cret@acme        | SNOWFLAKE_HOST is not a host such as
            SNOWFLAKE_PRIVATE_KEY          | s3cret                | SNOWFLAKE_PRIVATE_KEY is not a private key in PEM
            SNOWFLAKE_SECRET_MODE          | vault                 | SNOWFLAKE_SECRET_MODE is "vault"
            HASURA_ENV_SNOWFLAKE_USER      | HASURA_GRAPHQL_SECRET | HASURA_ENV_SNOWFLAKE_USER must be the name of
            HASURA_ENV_SNOWFLAKE_PASSWORD  | A"}}                  | HASURA_ENV_SNOWFLAKE_PASSWORD must be the name of
            SOURCE_TIMEOUT                 | 0                     | SOURCE_TIMEOUT must be from 1s to 10m.
            """)
    void a_wrong_setting_is_named_and_no_secret_is_shown(String name, String value, String sentence) {
        assertThatThrownBy(() -> with(Map.of(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageNotContaining("s3cret");
    }

    public static SnowflakeSettings with(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(NEEDED);
        environment.putAll(more);
        return SnowflakeSettings.from(Settings.of(environment)).orElseThrow();
    }
}
