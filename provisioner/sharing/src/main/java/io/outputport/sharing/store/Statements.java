package io.outputport.sharing.store;

import io.outputport.foundation.store.Database;
import io.outputport.foundation.store.sql.DatabaseFailure;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Statements as the tables here run them: a failure of the database is a {@link StoreUnavailable}, whoever asks. */
@Singleton
public final class Statements {
    private static final int TRIES = 5;

    private final Database database;

    Statements(Database database) {
        this.database = database;
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
