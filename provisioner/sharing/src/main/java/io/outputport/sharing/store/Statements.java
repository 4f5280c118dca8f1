package io.outputport.sharing.store;

import io.outputport.foundation.store.Database;
import io.outputport.foundation.store.sql.DatabaseFailure;
import io.outputport.sharing.store.known.AccessVersion;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Statements as the tables here run them: a failure of the database is a {@link StoreUnavailable}, whoever asks. */
@Singleton
public final class Statements {
    private static final int TRIES = 5;

    private final Database database;
    private final AccessVersion access = new AccessVersion(this::accessVersion, System::nanoTime);

    Statements(Database database) {
        this.database = database;
    }

    AccessVersion access() {
        return access;
    }

    private long accessVersion() {
        return read(handle -> {
            try (PreparedStatement look = handle.getConnection().prepareStatement("select version from access_change");
                    ResultSet found = look.executeQuery()) {
                found.next();
                return found.getLong(1);
            } catch (SQLException failed) {
                throw new UnableToExecuteStatementException(failed, null);
            }
        });
    }

    public <T> T read(Function<Handle, T> work) {
        try {
            return database.run(work::apply);
        } catch (JdbiException failed) {
            throw new StoreUnavailable(failed);
        }
    }

    /** All or nothing, and on the disk when it returns. Begins again when another transaction was in the way. */
    public <T> T write(Function<Handle, T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return database.durably(work::apply);
            } catch (JdbiException failed) {
                if (tried == TRIES || !isInTheWay(failed)) {
                    throw new StoreUnavailable(failed);
                }
            }
        }
    }

    /** As {@link #write}, of what decides who may read what: whoever asks afterwards, at any replica, is told of it. */
    <T> T change(Function<Handle, T> work) {
        try {
            return write(handle -> {
                T done = work.apply(handle);
                // The last statement, since all changes wait for each other here.
                handle.execute("update access_change set version = version + 1");
                return done;
            });
        } finally {
            access.changed();
        }
    }

    public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A deadlock, a row that was changed meanwhile, a lock that took too long (H2), or a name that another has just made. */
    private static boolean isInTheWay(JdbiException failed) {
        return DatabaseFailure.state(failed)
                .filter(state -> state.startsWith("40") || state.equals("HYT00") || state.equals("23505"))
                .isPresent();
    }
}
