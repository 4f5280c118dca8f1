package io.outputport.foundation.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.store.sql.DatabaseFailure;
import io.outputport.foundation.store.sql.OneLogin;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The connections of a database, whichever pool they come from: it is another one after an H2 file was opened again.
 * When one connection breaks, those beside it are not trusted any more.
 */
final class DatabaseConnections implements OneLogin, AutoCloseable {
    /** What breaks at once is replaced once; the new ones are not suspected of the same. */
    private static final long REPLACEMENT_NANOS = 1_000_000_000;

    private final DatabaseSettings settings;
    private final int most;
    private final Object replacing = new Object();
    private long replacedAt = System.nanoTime() - REPLACEMENT_NANOS;
    private volatile Optional<HikariDataSource> pool = Optional.empty();
    /** Empty for PostgreSQL, which needs none. */
    private volatile Optional<H2Door> door = Optional.empty();

    /** @param most how many may be open at once */
    DatabaseConnections(DatabaseSettings settings, int most) {
        this.settings = settings;
        this.most = most;
    }

    /** @throws io.outputport.foundation.settings.SettingsException in one sentence, when the database cannot be opened */
    synchronized void open() {
        door = settings.isOneProcessOnly() ? Optional.of(new H2Door(settings)) : Optional.empty();
        pool = Optional.of(DatabasePool.start(settings, most, new Suspicion(), door));
    }

    /**
     * Opens an H2 database that was {@link #abandon}ed, or leaves all as it was. One connection first: a pool takes long to
     * give up; and one write: a file that can only be read would be closed by the next task.
     *
     * @throws SQLException when that is not possible yet
     */
    synchronized void reopen() throws SQLException {
        H2Door fresh = new H2Door(settings);
        try (Connection first = fresh.getConnection()) {
            write(first, fresh);
            pool = Optional.of(DatabasePool.start(settings, most, new Suspicion(), Optional.of(fresh)));
            door = Optional.of(fresh);
        } catch (SettingsException | SQLException refused) {
            fresh.shut();
            throw new SQLException("the file cannot be opened", refused);
        }
    }

    /** What fails is shut before its connection is closed: H2 would tidy up first. */
    private static void write(Connection first, H2Door door) throws SQLException {
        try (Statement statement = first.createStatement()) {
            statement.execute("update flyway_schema_history set success = success");
            statement.execute("checkpoint sync");
        } catch (SQLException refused) {
            door.shut();
            throw refused;
        }
    }

    /** The failure after which H2 has closed the file for good; empty while it is open. */
    Optional<Throwable> closedBy() {
        return door.flatMap(H2Door::closedBy);
    }

    /** Whoever asks for a connection afterwards is refused at once. */
    @Override
    public synchronized void close() {
        door.ifPresent(H2Door::lock);
        Optional<HikariDataSource> open = pool;
        pool = Optional.empty();
        open.ifPresent(HikariDataSource::close);
    }

    /** As {@link #close}, without waiting for what is at work on connections that are of no use any more. */
    synchronized void abandon() {
        door.ifPresent(H2Door::shut);
        pool.ifPresent(useless -> {
            Thread closing = new Thread(useless::close, "database-closing");
            closing.setDaemon(true);
            closing.start();
        });
        pool = Optional.empty();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool.orElseThrow(this::closed).getConnection();
    }

    private SQLTransientConnectionException closed() {
        return new SQLTransientConnectionException("the " + settings.purpose().database() + " is closed", "08003");
    }

    /** Whoever fails beside another waits until all are replaced: it would only get the next useless one. */
    private void replaceAll() {
        synchronized (replacing) {
            if (System.nanoTime() - replacedAt >= REPLACEMENT_NANOS) {
                pool.flatMap(open -> Optional.ofNullable(open.getHikariPoolMXBean()))
                        .ifPresent(HikariPoolMXBean::softEvictConnections);
                replacedAt = System.nanoTime();
            }
        }
    }

    /** A server that went away took all its connections along; one that lost its role would refuse changes on all. */
    private final class Suspicion implements com.zaxxer.hikari.SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            if (DatabaseFailure.isLostConnection(failure)) {
                replaceAll();
            } else if (DatabaseFailure.isReadOnly(failure)) {
                replaceAll();
                return Override.MUST_EVICT;
            }
            return Override.CONTINUE_EVICT;
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        return pool.orElseThrow(this::closed).unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pool.isPresent() && pool.get().isWrapperFor(type);
    }
}
