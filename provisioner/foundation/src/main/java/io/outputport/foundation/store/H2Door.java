package io.outputport.foundation.store;

import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.store.sql.OneLogin;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * The only way to an H2 database. H2 hands out connections to what it has closed as long as somebody holds an old one, and
 * whoever asks for one while it is being closed would open it a second time: so this knows what was opened last, and can be
 * shut.
 */
final class H2Door implements OneLogin {
    private final DatabaseSettings settings;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile Optional<Database> opened = Optional.empty();
    private boolean shut;

    H2Door(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Override
    public Connection getConnection() throws SQLException {
        lock.readLock().lock();
        try {
            if (shut) {
                throw new SQLTransientConnectionException(
                        "the " + settings.purpose().database() + " is closed", "08003");
            }
            Connection connection = DriverManager.getConnection(
                    settings.url(),
                    settings.user().orElse(DatabasePool.H2_USER),
                    settings.password().map(Secret::reveal).orElse(""));
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            opened = Optional.of(session.getDatabase());
            return connection;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The failure after which H2 has closed the file for good; empty while it is open. */
    Optional<Throwable> closedBy() {
        Optional<MVStore> store =
                opened.map(database -> database.getStore().getMvStore()).filter(MVStore::isClosed);
        return store.map(closed -> Optional.<Throwable>ofNullable(closed.getPanicException())
                .orElseGet(() -> new SQLException("H2 does not say why")));
    }

    /**
     * Lets nobody in any more; what is open closes with its last connection. A pool that is closed may still be about to open
     * one, which would open the file a second time.
     */
    void lock() {
        lock.writeLock().lock();
        try {
            shut = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Lets nobody in any more, and closes what is open without writing. */
    void shut() {
        lock.writeLock().lock();
        try {
            shut = true;
            opened.ifPresent(Database::shutdownImmediately);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
