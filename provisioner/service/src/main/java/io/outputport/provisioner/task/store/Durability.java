package io.outputport.provisioner.task.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.TransactionException;

/**
 * How a commit is made to survive, and which need not. Both databases write their log in the order of the commits, so one
 * that survives carries all before it.
 */
enum Durability {
    /**
     * A commit reaches the file up to half a second later. WRITE_DELAY=0 would cure that for every statement, and let the
     * file grow four times as fast.
     */
    H2 {
        @Override
        <T> T commit(Handle handle, HandleCallback<T, RuntimeException> work) {
            T result = handle.inTransaction(work);
            handle.execute("checkpoint");
            awaitWriter(handle.getConnection());
            return result;
        }

        /**
         * What H2's own writer has just taken up, the checkpoint holds for written already. H2 has no SQL that waits for
         * that writer; this does nothing, after all that it has to write.
         */
        private void awaitWriter(Connection connection) {
            try {
                SessionLocal session =
                        (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
                MVStore file = session.getDatabase().getStore().getMvStore();
                if (file.isPersistent()) {
                    file.executeFilestoreOperation(() -> {});
                }
            } catch (SQLException closed) {
                throw new TransactionException("the database was closed", closed);
            }
        }
    },

    /** A commit survives the death of this process at once, and that of the database's machine within a second. */
    POSTGRESQL {
        @Override
        <T> T commit(Handle handle, HandleCallback<T, RuntimeException> work) {
            return handle.inTransaction(begun -> {
                begun.execute("set local synchronous_commit to default");
                return work.withHandle(begun);
            });
        }
    };

    /** What a new connection to PostgreSQL is told: nobody waits for the disk who did not ask for it. */
    static final String UNHURRIED = "set synchronous_commit to off";

    abstract <T> T commit(Handle handle, HandleCallback<T, RuntimeException> work);
}
