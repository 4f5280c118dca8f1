package io.outputport.provisioner.task.store;

import io.outputport.provisioner.settings.Secret;
import io.outputport.provisioner.settings.Settings;
import io.outputport.provisioner.settings.SettingsException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the tasks are kept.
 *
 * @param url complete, with the options that H2 needs; may hold a password, so it is never shown
 * @param migrates whether a start brings the tables to this version
 */
public record TaskDatabaseSettings(String url, Optional<String> user, Optional<Secret> password, boolean migrates) {
    static final String H2_FILE = "jdbc:h2:file:";
    private static final String H2_MEMORY = "jdbc:h2:mem:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** The first three let one SQL text serve both databases; the last leaves the closing to our own shutdown. */
    private static final Map<String, String> H2_OPTIONS = new TreeMap<>(Map.of(
            "MODE", "PostgreSQL",
            "DATABASE_TO_LOWER", "TRUE",
            "DEFAULT_NULL_ORDERING", "HIGH",
            "DB_CLOSE_ON_EXIT", "FALSE"));

    public static TaskDatabaseSettings from(Settings settings) {
        String url = settings.text("TASK_DB_URL", H2_FILE + "./data/tasks");
        return new TaskDatabaseSettings(
                checked(url, settings.flag("TASK_DB_IN_MEMORY", false)),
                settings.text("TASK_DB_USER"),
                settings.secret("TASK_DB_PASSWORD"),
                settings.flag("TASK_DB_MIGRATE", true));
    }

    /** Whether no other process can have the database open. */
    boolean isOneProcessOnly() {
        return !isPostgresql();
    }

    boolean isPostgresql() {
        return url.startsWith(POSTGRESQL);
    }

    /** The name of the file of an H2 database, as its address holds it; empty for any other. */
    Optional<String> file() {
        return Optional.of(url)
                .filter(address -> address.startsWith(H2_FILE))
                .map(address -> address.substring(H2_FILE.length()).replaceFirst(";.*", ""));
    }

    private static String checked(String url, boolean memoryAllowed) {
        if (url.startsWith(POSTGRESQL)) {
            return url;
        }
        if (url.startsWith(H2_MEMORY)) {
            if (!memoryAllowed) {
                throw new SettingsException("TASK_DB_URL names an H2 database in memory, which forgets every task at a"
                        + " restart; use " + H2_FILE + " or " + POSTGRESQL + ".");
            }
            return withOptions(url + (isGiven(url, "DB_CLOSE_DELAY") ? "" : ";DB_CLOSE_DELAY=-1"));
        }
        if (!url.startsWith(H2_FILE)) {
            throw new SettingsException("TASK_DB_URL must start with " + H2_FILE + " or " + POSTGRESQL + ".");
        }
        if (isGiven(url, "AUTO_SERVER")) {
            throw new SettingsException(
                    "TASK_DB_URL has the option AUTO_SERVER, but an H2 file serves one process only;" + " use "
                            + POSTGRESQL + " for several.");
        }
        return withOptions(url);
    }

    private static String withOptions(String url) {
        StringBuilder complete = new StringBuilder(url);
        H2_OPTIONS.forEach((name, value) -> {
            if (!isGiven(url, name)) {
                complete.append(';').append(name).append('=').append(value);
            }
        });
        return complete.toString();
    }

    private static boolean isGiven(String url, String option) {
        return url.toUpperCase(Locale.ROOT).contains(";" + option + "=");
    }

    @Override
    public String toString() {
        return "TaskDatabaseSettings[" + (isPostgresql() ? POSTGRESQL : "jdbc:h2:") + "…]";
    }
}
