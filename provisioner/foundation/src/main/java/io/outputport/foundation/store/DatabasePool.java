package io.outputport.foundation.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.store.DatabaseSettings.Purpose;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** A pool of connections to a database, or one sentence that says why there is none. */
final class DatabasePool {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Nobody who asks over HTTP waits longer for a server that is frozen. */
    private static final Duration ANSWER = Duration.ofSeconds(15);
    /** A step of a migration may rewrite a large table. */
    private static final Duration MIGRATION_ANSWER = Duration.ofHours(1);

    static final String H2_USER = "sa";

    private DatabasePool() {}

    /**
     * @param connections how many may be open at once
     * @param override is told of every failure of a statement
     * @param door through which they come; without one the driver opens them
     * @throws SettingsException in one sentence, when the database is not there, refuses us or is in use
     */
    static HikariDataSource start(
            DatabaseSettings settings, int connections, SQLExceptionOverride override, Optional<H2Door> door) {
        HikariConfig config = config(settings, connections, ANSWER);
        config.setExceptionOverride(override);
        door.ifPresent(way -> {
            config.setDataSource(way);
            // It knows the login, and the pool would give its own.
            config.setUsername(null);
            config.setPassword(null);
        });
        return start(config, settings);
    }

    /** One that is as patient as bringing the tables to this version can need. */
    static HikariDataSource forMigration(DatabaseSettings settings, int connections) {
        return start(config(settings, connections, MIGRATION_ANSWER), settings);
    }

    private static HikariDataSource start(HikariConfig config, DatabaseSettings settings) {
        DatabaseFolder.of(settings).ifPresent(DatabaseFolder::refuseUnwritable);
        Purpose purpose = settings.purpose();
        Optional<H2File> file = H2File.of(settings);
        if (file.filter(H2File::isEmpty).isPresent()) {
            throw new SettingsException("The database file of " + purpose.url()
                    + " is there but holds nothing, not even the tables"
                    + " of a first start; put back a copy of it, or delete it to begin without " + purpose.content()
                    + "s.");
        }
        Optional<H2File> fresh = file.filter(missing -> !missing.exists());
        try {
            // Asked first, since the pool's own complaint about an unknown form repeats the address.
            DriverManager.getDriver(settings.url());
            return new HikariDataSource(config);
        } catch (SQLException unknown) {
            throw new SettingsException(purpose.url() + " is not an address that the database's driver understands.");
        } catch (PoolInitializationException refused) {
            fresh.ifPresent(H2File::deleteIfEmpty);
            throw new SettingsException(sentence(state(refused), settings));
        }
    }

    private static HikariConfig config(DatabaseSettings settings, int connections, Duration answer) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(settings.purpose().content() + "s");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user().orElse(settings.isPostgresql() ? null : H2_USER));
        config.setPassword(settings.password().map(Secret::reveal).orElse(null));
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(CONNECT.toMillis());
        if (settings.isPostgresql()) {
            config.setConnectionInitSql(Database.UNHURRIED);
            config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
            config.addDataSourceProperty("socketTimeout", Long.toString(answer.toSeconds()));
            config.addDataSourceProperty("tcpKeepAlive", "true");
        }
        return config;
    }

    private static String state(PoolInitializationException refused) {
        return Optional.ofNullable(refused.getCause())
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .orElse("unknown");
    }

    private static String sentence(String state, DatabaseSettings settings) {
        Purpose purpose = settings.purpose();
        if (state.equals("90020")) {
            return "The database file of " + purpose.url() + " is in use by another process; stop that process, or name"
                    + " another file.";
        }
        if (state.startsWith("28")) {
            return "The " + purpose.database() + " refused the login; check " + purpose.setting("USER") + " and "
                    + purpose.setting("PASSWORD") + ".";
        }
        if (state.equals("3D000")) {
            return "The database that " + purpose.url() + " names does not exist on its server.";
        }
        String which = "the " + purpose.database() + " of " + purpose.url();
        // The driver has no state of its own for certificates; a server that is not there at all is 08001.
        if (settings.url().contains("ssl") && (state.equals("08004") || state.equals("08006"))) {
            return "There is no TLS connection to " + which + "; check whether its server speaks TLS,"
                    + " its certificate, and the file of its authority (sslrootcert).";
        }
        return state.startsWith("08")
                ? "T" + which.substring(1) + " does not answer."
                : "T" + which.substring(1) + " cannot be opened (SQL state " + state + ").";
    }
}
