package io.outputport.foundation.store;

import com.zaxxer.hikari.HikariDataSource;
import io.outputport.foundation.settings.SettingsException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** An open database of ours, its tables brought to this version. */
public final class OpenDatabase implements AutoCloseable {
    /** One holds the lock of the migration while the other carries it out. */
    private static final int MIGRATION_CONNECTIONS = 2;

    private final DatabaseConnections connections;
    private final DatabaseSettings settings;
    private final Database database;
    private final Optional<ClosedFileWatch> watch;
    private final List<DatabaseClock> clocks = new CopyOnWriteArrayList<>();

    private OpenDatabase(DatabaseConnections connections, DatabaseSettings settings, Optional<ClosedFileWatch> watch) {
        this.connections = connections;
        this.settings = settings;
        this.watch = watch;
        this.database = Database.over(connections);
    }

    /**
     * Brings the tables of a database to this version, and leaves.
     *
     * @return how many steps that took
     * @throws SettingsException in one sentence, as {@link #open}
     */
    public static int migrate(DatabaseSettings settings) {
        try (HikariDataSource pool = DatabasePool.forMigration(settings, MIGRATION_CONNECTIONS)) {
            return new DatabaseTables(pool, settings.purpose()).migrate();
        }
    }

    /**
     * Opens the database and brings its tables to this version, or makes sure that they are.
     *
     * @param most how many connections may be open at once
     * @throws SettingsException in one sentence, when the database is not there, refuses us or is in use
     */
    public static OpenDatabase open(DatabaseSettings settings, int most) {
        DatabaseConnections connections = new DatabaseConnections(settings, most);
        connections.open();
        try {
            bringTables(connections, settings);
            return new OpenDatabase(connections, settings, ClosedFileWatch.of(connections, settings));
        } catch (RuntimeException refused) {
            connections.close();
            throw refused;
        }
    }

    /** Of H2, one pool stays open all the while: what it holds in memory only is gone with its last connection. */
    private static void bringTables(DatabaseConnections connections, DatabaseSettings settings) {
        if (!settings.migrates()) {
            new DatabaseTables(connections, settings.purpose()).refuseOld();
        } else if (settings.isPostgresql()) {
            migrate(settings);
        } else {
            new DatabaseTables(connections, settings.purpose()).migrate();
        }
    }

    public DataSource dataSource() {
        return connections;
    }

    /** The same for all others who keep something in it. */
    public Database database() {
        return database;
    }

    /** Whether other replicas may have it open as well. */
    public boolean isShared() {
        return !settings.isOneProcessOnly();
    }

    /** Whether only a new process may bring it back. */
    public boolean isLost() {
        return watch.filter(ClosedFileWatch::isLost).isPresent();
    }

    /** Whether the disk has more room than what is accepted already may need; as much as one likes where nobody can tell. */
    public boolean hasSpareRoom() {
        return watch.filter(file -> !file.hasSpareRoom()).isEmpty();
    }

    /**
     * The time by which all who have it open agree on what is due.
     *
     * @param own the clock of this machine; on a database that only this process has open it is all there is
     */
    public InstantSource clock(InstantSource own) {
        if (settings.isOneProcessOnly()) {
            return own;
        }
        DatabaseClock shared = new DatabaseClock(database, settings.purpose().database(), own);
        clocks.add(shared);
        return shared;
    }

    @Override
    public void close() {
        watch.ifPresent(ClosedFileWatch::close);
        clocks.forEach(DatabaseClock::close);
        connections.close();
    }
}
