package io.outputport.foundation.store;

import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A database of our own: an H2 file, or PostgreSQL for several replicas.
 *
 * @param purpose what is kept in it
 * @param url complete, with the options that H2 needs; may hold a password, so it is never shown
 * @param migrates whether a start brings the tables to this version
 */
public record DatabaseSettings(
        Purpose purpose, String url, Optional<String> user, Optional<Secret> password, boolean migrates) {
    static final String H2_FILE = "jdbc:h2:file:";
    private static final String H2_MEMORY = "jdbc:h2:mem:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** The first three let one SQL text serve both databases; the last leaves the closing to our own shutdown. */
    private static final Map<String, String> H2_OPTIONS = new TreeMap<>(Map.of(
            "MODE", "PostgreSQL",
            "DATABASE_TO_LOWER", "TRUE",
            "DEFAULT_NULL_ORDERING", "HIGH",
            "DB_CLOSE_ON_EXIT", "FALSE"));

    public static DatabaseSettings from(Settings settings, Purpose purpose) {
        String url = settings.text(purpose.setting("URL"), H2_FILE + "./data/" + purpose.content() + "s");
        return new DatabaseSettings(
                purpose,
                checked(url, purpose, settings.flag(purpose.setting("IN_MEMORY"), false)),
                settings.text(purpose.setting("USER")),
                settings.secret(purpose.setting("PASSWORD")),
                settings.flag(purpose.setting("MIGRATE"), true));
    }

    /**
     * What a database is for, as its settings and sentences say it.
     *
     * @param content the one thing of which it keeps many, for example {@code task}
     * @param prefix of its settings, for example {@code TASK_DB}
     * @param migrations where on the class path the steps of its tables are
     * @param program the jar whose {@code migrate} brings its tables to this version
     */
    public record Purpose(String content, String prefix, String migrations, String program) {
        /** All its settings. */
        public List<String> settings() {
            return Stream.of("URL", "USER", "PASSWORD", "PASSWORD_FILE", "IN_MEMORY", "MIGRATE")
                    .map(this::setting)
                    .toList();
        }

        String setting(String end) {
            return prefix + "_" + end;
        }

        /** Its address, which most sentences are about. */
        String url() {
            return setting("URL");
        }

        /** As sentences call the database. */
        String database() {
            return content + " database";
        }
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

    private static String checked(String url, Purpose purpose, boolean memoryAllowed) {
        if (url.startsWith(POSTGRESQL)) {
            return url;
        }
        if (url.startsWith(H2_MEMORY)) {
            if (!memoryAllowed) {
                throw new SettingsException(purpose.url() + " names an H2 database in memory, which forgets every "
                        + purpose.content() + " at a restart; use " + H2_FILE + " or " + POSTGRESQL + ".");
            }
            return withOptions(url + (isGiven(url, "DB_CLOSE_DELAY") ? "" : ";DB_CLOSE_DELAY=-1"));
        }
        if (!url.startsWith(H2_FILE)) {
            throw new SettingsException(purpose.url() + " must start with " + H2_FILE + " or " + POSTGRESQL + ".");
        }
        if (isGiven(url, "AUTO_SERVER")) {
            throw new SettingsException(
                    purpose.url() + " has the option AUTO_SERVER, but an H2 file serves one process only; use "
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
        return "DatabaseSettings[" + (isPostgresql() ? POSTGRESQL : "jdbc:h2:") + "…]";
    }
}
