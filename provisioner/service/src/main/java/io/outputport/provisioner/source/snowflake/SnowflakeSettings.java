package io.outputport.provisioner.source.snowflake;

import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.source.jdbc.SourceTimeout;
import io.outputport.provisioner.source.snowflake.login.SnowflakeAgent;
import io.outputport.provisioner.source.snowflake.login.SnowflakeHost;
import io.outputport.provisioner.source.snowflake.login.SnowflakeLogin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How Snowflake sources are reached, by us and by Hasura's agent.
 *
 * @param password for sources whose secrets stand in the metadata; a programmatic access token will do
 * @param timeout for one question with its login
 */
public record SnowflakeSettings(
        SnowflakeHost host,
        String user,
        SnowflakeLogin login,
        Optional<Secret> password,
        String role,
        String warehouse,
        SnowflakeAgent agent,
        Duration timeout) {
    private static final List<String> NEEDED =
            List.of("SNOWFLAKE_HOST", "SNOWFLAKE_USER", "SNOWFLAKE_ROLE", "SNOWFLAKE_WAREHOUSE");
    private static final List<String> LOGINS =
            List.of("SNOWFLAKE_PASSWORD", "SNOWFLAKE_TOKEN", "SNOWFLAKE_PRIVATE_KEY");

    public SnowflakeSettings {
        if (agent.mode().equals(Optional.of(SnowflakeAgent.SecretMode.INLINE))
                && password.isEmpty()
                && agent.keyFile().isEmpty()) {
            throw new SettingsException("SNOWFLAKE_SECRET_MODE is inline, so SNOWFLAKE_PASSWORD, SNOWFLAKE_TOKEN or"
                    + " SNOWFLAKE_AGENT_KEY_FILE must be set.");
        }
    }

    /** Empty when none of the settings is there; some without the others is an error. */
    public static Optional<SnowflakeSettings> from(Settings settings) {
        boolean login = LOGINS.stream().anyMatch(name -> isSet(settings, name));
        List<String> missing =
                NEEDED.stream().filter(name -> settings.text(name).isEmpty()).toList();
        if (missing.size() == NEEDED.size() && !login) {
            return Optional.empty();
        }
        if (!missing.isEmpty() || !login) {
            throw incomplete(missing);
        }
        return Optional.of(new SnowflakeSettings(
                host(settings.required("SNOWFLAKE_HOST")),
                settings.required("SNOWFLAKE_USER"),
                SnowflakeLogin.from(settings).orElseThrow(),
                settings.secret("SNOWFLAKE_PASSWORD").or(() -> settings.secret("SNOWFLAKE_TOKEN")),
                settings.required("SNOWFLAKE_ROLE"),
                settings.required("SNOWFLAKE_WAREHOUSE"),
                SnowflakeAgent.from(settings),
                SourceTimeout.from(settings)));
    }

    private static boolean isSet(Settings settings, String name) {
        return settings.text(name).isPresent() || settings.text(name + "_FILE").isPresent();
    }

    private static SettingsException incomplete(List<String> missing) {
        String what = missing.isEmpty()
                ? "None of " + String.join(", ", LOGINS) + " is set"
                : String.join(", ", missing) + (missing.size() == 1 ? " is" : " are") + " not set";
        return new SettingsException(what + "; for Snowflake sources set " + String.join(", ", NEEDED) + " and one of "
                + String.join(", ", LOGINS) + ", without Snowflake sources none of them.");
    }

    private static SnowflakeHost host(String text) {
        return SnowflakeHost.parse(text)
                .orElseThrow(() ->
                        new SettingsException("SNOWFLAKE_HOST is not a host such as account.snowflakecomputing.com."));
    }
}
