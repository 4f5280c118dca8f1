package io.outputport.foundation.store.sql;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the SQL states of PostgreSQL and H2 say about a failure. */
public final class DatabaseFailure {
    /** Besides class 08: a server that shuts down, or is not up yet; and a database that H2 has closed. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "90067", "90098", "90121");

    private static final Set<String> READ_ONLY = Set.of("25006", "90097");

    /** A statement that was given up, no room on the disk or in memory, an I/O error: the server's trouble as well. */
    private static final Set<String> IN_TROUBLE =
            Set.of("57014", "53000", "53100", "53200", "53300", "58000", "58030", "90028", "90031");

    private DatabaseFailure() {}

    /** Whether the connection, and with it those beside it, is of no use any more. */
    public static boolean isLostConnection(Throwable failure) {
        return state(failure)
                .filter(state -> state.startsWith("08") || LOST.contains(state))
                .isPresent();
    }

    /** Whether the database can be read only. */
    public static boolean isReadOnly(Throwable failure) {
        return state(failure).filter(READ_ONLY::contains).isPresent();
    }

    /** Whether another connection may do at once what this one could not; a server that is silent or away cannot. */
    public static boolean isCut(Throwable failure) {
        return isLostConnection(failure)
                && chain(failure)
                        .noneMatch(cause -> cause instanceof SocketTimeoutException
                                || cause instanceof SQLTransientConnectionException);
    }

    public static Optional<String> state(Throwable failure) {
        return chain(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .findFirst();
    }

    /** What the database, or the driver in its place, says of an outage; empty where the failure may be a bug of ours. */
    public static Optional<String> outage(Throwable failure) {
        return chain(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(DatabaseFailure::isOutage)
                .findFirst()
                .map(cause -> "SQL state " + state(cause).orElse("none") + ": " + cause.getMessage());
    }

    private static boolean isOutage(SQLException failure) {
        // Without a state speaks the pool: no connection within its time, or one that was closed beneath its user.
        return failure.getSQLState() == null
                || isLostConnection(failure)
                || isReadOnly(failure)
                || IN_TROUBLE.contains(failure.getSQLState());
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
