package io.outputport.foundation.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.ConnectionException;
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
        <T, X extends Exception> T commit(Handle handle, HandleCallback<T, X> work) throws X {
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
            } catch (SQLException | MVStoreException closed) {
                throw new TransactionException("the database was closed", closed);
            }
        }
    },

    /** A commit survives the death of this process at once, and that of the database's machine within a second. */
    POSTGRESQL {
        @Override
        <T, X extends Exception> T commit(Handle handle, HandleCallback<T, X> work) throws X {
            return handle.inTransaction(begun -> {
                begun.execute("set local synchronous_commit to default");
                return work.withHandle(begun);
            });
        }
    };

    /** Asked of the connection, so that nobody who keeps rows has to be told which database it is. */
    static Durability of(Handle handle) {
        try {
            String product = handle.getConnection().getMetaData().getDatabaseProductName();
            return product.equals("H2") ? H2 : POSTGRESQL;
        } catch (SQLException closed) {
            throw new ConnectionException(closed);
        }
    }

    abstract <T, X extends Exception> T commit(Handle handle, HandleCallback<T, X> work) throws X;
}
