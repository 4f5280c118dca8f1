package io.outputport.provisioner.source.postgres;

import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.source.jdbc.SourceTimeout;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How PostgreSQL sources are reached, by us and by Hasura.
 *
 * @param url of the server that facts are read from, and of the database that ports use which name none
 * @param sources by database, the environment variable of Hasura that holds the database's URL
 * @param maxConnections of Hasura's pool for each new source
 * @param timeout for one question with its login
 */
public record PostgresSettings(
        PostgresUrl url,
        String user,
        Secret password,
        Map<String, String> sources,
        int maxConnections,
        Duration timeout) {
    private static final List<String> NEEDED =
            List.of("POSTGRES_URL", "POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_SOURCES");

    public PostgresSettings {
        sources = Map.copyOf(sources);
    }

    /** Empty when none of the settings is there; some without the others is an error. */
    public static Optional<PostgresSettings> from(Settings settings) {
        List<String> missing =
                NEEDED.stream().filter(name -> !isSet(settings, name)).toList();
        if (missing.size() == NEEDED.size()) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            throw new SettingsException(String.join(", ", missing) + (missing.size() == 1 ? " is" : " are")
                    + " not set; for PostgreSQL sources set all of " + String.join(", ", NEEDED)
                    + ", without PostgreSQL sources none.");
        }
        return Optional.of(new PostgresSettings(
                url(settings.required("POSTGRES_URL")),
                settings.required("POSTGRES_USER"),
                settings.requiredSecret("POSTGRES_PASSWORD"),
                sources(settings.required("POSTGRES_SOURCES")),
                settings.number("POSTGRES_MAX_CONNECTIONS", 5, 1, 1000),
                SourceTimeout.from(settings)));
    }

    private static boolean isSet(Settings settings, String name) {
        return settings.text(name).isPresent() || settings.text(name + "_FILE").isPresent();
    }

    private static PostgresUrl url(String text) {
        PostgresUrl url = PostgresUrl.parse(text)
                .orElseThrow(() -> new SettingsException(
                        "POSTGRES_URL is not an address such as jdbc:postgresql://host:5432/database."));
        if (url.hasUser()) {
            throw new SettingsException(
                    "POSTGRES_URL holds a user or password; put them into POSTGRES_USER and POSTGRES_PASSWORD.");
        }
        return url;
    }

    private static Map<String, String> sources(String text) {
        Map<String, String> sources = new TreeMap<>();
        for (String entry : text.split(",", -1)) {
            int sign = entry.indexOf('=');
            String database = sign < 0 ? "" : entry.substring(0, sign).strip();
            String variable = entry.substring(sign + 1).strip();
            if (PostgresNames.RULE.complaint(database).isPresent() || !variable.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new SettingsException("POSTGRES_SOURCES must be <database>=<variable>,… where the variable is the"
                        + " name of Hasura's environment variable that holds the database's URL.");
            }
            if (sources.put(database, variable) != null) {
                throw new SettingsException("POSTGRES_SOURCES names the database " + database + " twice.");
            }
        }
        return sources;
    }
}
