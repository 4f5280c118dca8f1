package io.outputport.provisioner.hasura.wave.entry;

import io.outputport.foundation.store.Database;

/**
 * Who of all replicas may write to Hasura: one at a time, for 15 seconds unless renewed. Only the database's clock counts,
 * so replicas whose clocks differ do not take it from each other.
 */
public final class WriterLease {
    private final Database database;
    private final String holder;

    public WriterLease(Database database, String holder) {
        this.database = database;
        this.holder = holder;
    }

    public String holder() {
        return holder;
    }

    /** Takes the lease if it is free, or renews it; false when somebody else has it. */
    public boolean take() {
        return database.run(handle ->
                        handle.createUpdate("""
                                update hasura_lease
                                set holder = :holder, expires = current_timestamp + interval '15' second
                                where id = 1 and (holder is null or holder = :holder or expires < current_timestamp)""").bind("holder", holder).execute())
                == 1;
    }

    /** At the start of a process on H2, which one process alone can open: whoever holds the lease is dead. */
    public void releaseIfAlone() {
        if (database.isOneProcessOnly()) {
            database.run(
                    handle -> handle.execute("update hasura_lease set holder = null, expires = null where id = 1"));
        }
    }

    public void giveBack() {
        database.run(handle -> handle.createUpdate(
                        "update hasura_lease set holder = null, expires = null where id = 1 and holder = :holder")
                .bind("holder", holder)
                .execute());
    }
}
