package io.outputport.provisioner.source.snowflake.login;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import java.util.Optional;

/**
 * How Hasura's agent logs in: the names of the environment variables of Hasura that hold URL-encoded values.
 *
 * @param mode as set; without a setting new sources take {@link SecretMode#ENVIRONMENT} and adopted ones keep theirs
 * @param keyFile the path of a private key inside the agent, which then takes the place of the password
 * @param keyPassphrase the variable that holds the passphrase of that key
 */
public record SnowflakeAgent(
        Optional<SecretMode> mode,
        String user,
        String password,
        String role,
        String warehouse,
        Optional<String> keyFile,
        Optional<String> keyPassphrase) {

    /** Where the secrets of a source stand. */
    public enum SecretMode {
        /** In Hasura's environment. */
        ENVIRONMENT,
        /** In the metadata, as the Python service does it. */
        INLINE
    }

    public static SnowflakeAgent from(Settings settings) {
        Optional<SecretMode> mode = settings.text("SNOWFLAKE_SECRET_MODE")
                .map(given -> settings.choice("SNOWFLAKE_SECRET_MODE", SecretMode.class, SecretMode.ENVIRONMENT));
        return new SnowflakeAgent(
                mode,
                variable(settings, "USER"),
                variable(settings, "PASSWORD"),
                variable(settings, "ROLE"),
                variable(settings, "WAREHOUSE"),
                settings.text("SNOWFLAKE_AGENT_KEY_FILE"),
                settings.text("HASURA_ENV_SNOWFLAKE_KEY_PASSPHRASE")
                        .map(name -> checked("HASURA_ENV_SNOWFLAKE_KEY_PASSPHRASE", name)));
    }

    private static String variable(Settings settings, String what) {
        String setting = "HASURA_ENV_SNOWFLAKE_" + what;
        return checked(setting, settings.text(setting, "SNOWFLAKE_" + what));
    }

    private static String checked(String setting, String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*") || name.startsWith("HASURA_")) {
            throw new SettingsException(
                    setting
                            + " must be the name of an environment variable of Hasura; Hasura forbids names that begin with HASURA_.");
        }
        return name;
    }
}
