package io.outputport.provisioner.task.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.outputport.provisioner.settings.SettingsException;
import io.outputport.provisioner.store.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** The open task database, its tables brought to this version. */
public final class TaskDatabase implements AutoCloseable {
    /** One holds the lock of the migration while the other carries it out. */
    private static final int MIGRATION_CONNECTIONS = 2;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HikariDataSource pool;
    private final TaskDatabaseSettings settings;
    private final Database database;
    private final List<DatabaseClock> clocks = new CopyOnWriteArrayList<>();

    private TaskDatabase(HikariDataSource pool, TaskDatabaseSettings settings) {
        this.pool = pool;
        this.settings = settings;
        this.database = Database.over(pool);
    }

    /**
     * Brings the tables of a database to this version, and leaves.
     *
     * @return how many steps that took
     * @throws SettingsException in one sentence, as {@link #open}
     */
    public static int migrate(TaskDatabaseSettings settings) {
        try (HikariDataSource pool = connect(settings, MIGRATION_CONNECTIONS)) {
            return new TaskTables(pool).migrate();
        }
    }

    /**
     * Opens the database and brings its tables to this version, or makes sure that they are.
     *
     * @param connections how many may be open at once
     * @throws SettingsException in one sentence, when the database is not there, refuses us or is in use
     */
    public static TaskDatabase open(TaskDatabaseSettings settings, int connections) {
        HikariDataSource pool = connect(settings, connections);
        try {
            TaskTables tables = new TaskTables(pool);
            if (settings.migrates()) {
                tables.migrate();
            } else {
                tables.refuseOld();
            }
        } catch (RuntimeException refused) {
            pool.close();
            throw refused;
        }
        TaskDatabase database = new TaskDatabase(pool, settings);
        database.releasePicks();
        return database;
    }

    public DataSource dataSource() {
        return pool;
    }

    /** The same for all others who keep something in it. */
    public Database database() {
        return database;
    }

    public TaskStore store() {
        return new JdbcTaskStore(database);
    }

    /** Whether other replicas may have it open as well. */
    public boolean isShared() {
        return !settings.isOneProcessOnly();
    }

    /**
     * The time by which tasks are kept.
     *
     * @param own the clock of this machine; on a database that only this process has open it is all there is
     */
    public InstantSource clock(InstantSource own) {
        if (settings.isOneProcessOnly()) {
            return own;
        }
        DatabaseClock shared = new DatabaseClock(database, own);
        clocks.add(shared);
        return shared;
    }

    @Override
    public void close() {
        clocks.forEach(DatabaseClock::close);
        pool.close();
    }

    /** A pick in a database that only we can open was made by a process that is dead: no need to wait for its heart. */
    private void releasePicks() {
        if (settings.isOneProcessOnly()) {
            database.run(handle -> handle.execute("""
                    update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
                        version = version + 1 where picked"""));
        }
    }

    private static HikariDataSource connect(TaskDatabaseSettings settings, int connections) {
        DatabaseFolder.of(settings.url()).ifPresent(DatabaseFolder::refuseUnwritable);
        try {
            // Asked first, since the pool's own complaint about an unknown form repeats the address.
            DriverManager.getDriver(settings.url());
            return new HikariDataSource(config(settings, connections));
        } catch (SQLException unknown) {
            throw new SettingsException("TASK_DB_URL is not an address that the database's driver understands.");
        } catch (PoolInitializationException refused) {
            throw new SettingsException(sentence(state(refused), settings.url()));
        }
    }

    private static HikariConfig config(TaskDatabaseSettings settings, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tasks");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user().orElse(settings.isPostgresql() ? null : "sa"));
        config.setPassword(settings.password().map(secret -> secret.reveal()).orElse(null));
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(CONNECT.toMillis());
        if (settings.isPostgresql()) {
            config.setConnectionInitSql(Database.UNHURRIED);
            config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
            config.addDataSourceProperty("socketTimeout", Long.toString(ANSWER.toSeconds()));
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

    private static String sentence(String state, String url) {
        if (state.equals("90020")) {
            return "The database file of TASK_DB_URL is in use by another process; stop that process, or name another"
                    + " file.";
        }
        if (state.startsWith("28")) {
            return "The task database refused the login; check TASK_DB_USER and TASK_DB_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "The database that TASK_DB_URL names does not exist on its server.";
        }
        // The driver has no state of its own for certificates; a server that is not there at all is 08001.
        if (url.contains("ssl") && (state.equals("08004") || state.equals("08006"))) {
            return "There is no TLS connection to the task database of TASK_DB_URL; check whether its server speaks TLS,"
                    + " its certificate, and the file of its authority (sslrootcert).";
        }
        return state.startsWith("08")
                ? "The task database of TASK_DB_URL does not answer."
                : "The task database of TASK_DB_URL cannot be opened (SQL state " + state + ").";
    }
}
