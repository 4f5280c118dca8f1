package io.outputport.provisioner.task.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;

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
            return result;
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
