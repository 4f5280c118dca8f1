package io.outputport.provisioner.task.store;

import com.zaxxer.hikari.HikariDataSource;
import io.outputport.provisioner.settings.SettingsException;
import io.outputport.provisioner.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** The open task database, its tables brought to this version. */
public final class TaskDatabase implements AutoCloseable {
    /** One holds the lock of the migration while the other carries it out. */
    private static final int MIGRATION_CONNECTIONS = 2;

    private final TaskConnections connections;
    private final TaskDatabaseSettings settings;
    private final Database database;
    private final Optional<ClosedFileWatch> watch;
    private final List<DatabaseClock> clocks = new CopyOnWriteArrayList<>();

    private TaskDatabase(TaskConnections connections, TaskDatabaseSettings settings, Optional<ClosedFileWatch> watch) {
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
    public static int migrate(TaskDatabaseSettings settings) {
        try (HikariDataSource pool = DatabasePool.forMigration(settings, MIGRATION_CONNECTIONS)) {
            return new TaskTables(pool).migrate();
        }
    }

    /**
     * Opens the database and brings its tables to this version, or makes sure that they are.
     *
     * @param most how many connections may be open at once
     * @throws SettingsException in one sentence, when the database is not there, refuses us or is in use
     */
    public static TaskDatabase open(TaskDatabaseSettings settings, int most) {
        TaskConnections connections = new TaskConnections(settings, most);
        connections.open();
        try {
            bringTables(connections, settings);
            TaskDatabase database = new TaskDatabase(connections, settings, ClosedFileWatch.of(connections, settings));
            database.releasePicks();
            return database;
        } catch (RuntimeException refused) {
            connections.close();
            throw refused;
        }
    }

    /** Of H2, one pool stays open all the while: what it holds in memory only is gone with its last connection. */
    private static void bringTables(TaskConnections connections, TaskDatabaseSettings settings) {
        if (!settings.migrates()) {
            new TaskTables(connections).refuseOld();
        } else if (settings.isPostgresql()) {
            migrate(settings);
        } else {
            new TaskTables(connections).migrate();
        }
    }

    public DataSource dataSource() {
        return connections;
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

    /** Whether only a new process may bring it back. */
    public boolean isLost() {
        return watch.filter(ClosedFileWatch::isLost).isPresent();
    }

    /** Whether the disk has more room than what is accepted already may need; as much as one likes where nobody can tell. */
    public boolean hasSpareRoom() {
        return watch.filter(file -> !file.hasSpareRoom()).isEmpty();
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
        watch.ifPresent(ClosedFileWatch::close);
        clocks.forEach(DatabaseClock::close);
        connections.close();
    }

    /**
     * A pick in a database that only we can open was made by a process that is dead: no need to wait for its heart. Durably,
     * since the tables may be new: a file that is closed in the next moment is to hold them when it is opened again.
     */
    private void releasePicks() {
        if (settings.isOneProcessOnly()) {
            database.durably(handle -> handle.execute("""
                    update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
                        version = version + 1 where picked"""));
        }
    }
}
