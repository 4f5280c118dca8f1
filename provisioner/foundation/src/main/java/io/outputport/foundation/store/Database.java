package io.outputport.foundation.store;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * A server's own database, H2 or PostgreSQL. Every method throws an unchecked exception of JDBI when it does not do
 * its part; none of them repeats a value of a row.
 */
public final class Database {
    /** What a new connection to PostgreSQL is told: nobody waits for the disk who did not ask for it. */
    public static final String UNHURRIED = "set synchronous_commit to off";

    private final Jdbi jdbi;

    private Database(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Opens no connection yet. */
    public static Database over(DataSource source) {
        Jdbi jdbi = Jdbi.create(source).registerArgument(new InstantInUtc());
        // The default texts repeat the statement with its values, and some are names of people.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return new Database(jdbi);
    }

    /** Each statement commits by itself. What is written may be lost when this process (H2) or the machine dies. */
    public <T, X extends Exception> T run(HandleCallback<T, X> work) throws X {
        return jdbi.withHandle(work);
    }

    /** All or nothing. What is written may be lost as in {@link #run}, but never without what came later. */
    public <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
        return jdbi.inTransaction(work);
    }

    /**
     * All or nothing, and on the disk when this returns, with everything that was committed before. For what a promise is
     * made of: an answer to a caller, or a call to another system that must not be forgotten.
     */
    public <T, X extends Exception> T durably(HandleCallback<T, X> work) throws X {
        return jdbi.withHandle(handle -> Durability.of(handle).commit(handle, work));
    }

    /** Whether no other process can have it open. */
    public boolean isOneProcessOnly() {
        return jdbi.withHandle(Durability::of) == Durability.H2;
    }

    /** Free of the process's time zone, whose clock shows one hour of each autumn twice. */
    private static final class InstantInUtc extends AbstractArgumentFactory<Instant> {
        InstantInUtc() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value.atOffset(ZoneOffset.UTC));
        }
    }
}
