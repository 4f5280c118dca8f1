package io.outputport.provisioner.hasura.wave.entry;

import io.outputport.foundation.store.Database;
import io.outputport.foundation.text.StoredJson;
import io.outputport.foundation.trace.TraceText;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The rows of {@link EntryStore} as the writer of waves sees them: what it takes, what it has to know after a crash, and
 * what became of each. The methods throw as those do.
 */
public final class WriterEntries {
    private final Database database;
    private final ChangeJson changes;

    public WriterEntries(Database database, ChangeJson changes) {
        this.database = database;
        this.changes = changes;
    }

    /** How many have no verdict: work for whoever holds the lease and does not write just now. */
    public int open() {
        return database.run(handle -> handle.createQuery("select count(*) from hasura_entry where state <> 'SETTLED'")
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Takes all that waits, and what a writer before has left half-done; in order of arrival. Only for the holder of the
     * lease.
     */
    public List<Claimed> claim(String writer, int most) {
        return database.inTransaction(handle -> {
            handle.createUpdate("""
                            update hasura_entry set state = 'WRITING', writer = :writer
                            where state = 'WRITING' or component in (select component from hasura_entry
                                where state = 'WAITING' order by arrival fetch first :most rows only)""").bind("writer", writer).bind("most", most).execute();
            return handle
                    .createQuery("""
                            select component, wanted, previous, trace from hasura_entry
                            where state = 'WRITING' and writer = :writer order by arrival""")
                    .bind("writer", writer)
                    .map((row, context) -> StoredEntry.of(row))
                    .list()
                    .stream()
                    .flatMap(row -> claimed(handle, row).stream())
                    .toList();
        });
    }

    /** Before the write: what puts the ports back, and which sources were dead already. */
    public void prepare(List<Claimed> written, List<String> deadBefore) {
        database.durably(handle -> {
            written.forEach(entry -> handle.createUpdate(
                            "update hasura_entry set previous = :previous where component = :component")
                    .bind("previous", StoredEdit.write(entry.previous()))
                    .bind("component", entry.component())
                    .execute());
            return handle.createUpdate("update hasura_lease set dead_before = :dead where id = 1")
                    .bind("dead", StoredJson.PLAIN.writeAll(deadBefore))
                    .execute();
        });
    }

    /** The sources that were dead before the last write that was prepared. */
    public List<String> deadBefore() {
        return database.run(handle -> handle.createQuery("select dead_before from hasura_lease where id = 1")
                .mapTo(String.class)
                .findOne()
                .map(text -> StoredJson.PLAIN.readAll(text, String.class))
                .orElse(List.of()));
    }

    /**
     * Lets them wait for the next wave.
     *
     * @param trouble what is to be told of one that is given up meanwhile
     */
    public void release(String writer, List<Claimed> entries, WriteVerdict trouble) {
        database.inTransaction(handle -> {
            entries.forEach(entry -> handle.createUpdate("""
                            update hasura_entry set state = 'WAITING', writer = null, verdict = :trouble
                            where component = :component and state = 'WRITING' and writer = :writer""")
                    .bind("trouble", StoredVerdict.write(trouble))
                    .bind("component", entry.component())
                    .bind("writer", writer)
                    .execute());
            return entries;
        });
    }

    /** Does nothing when somebody else has taken the entry over in the meantime. */
    public void settle(String writer, Claimed entry, WriteVerdict verdict) {
        database.run(handle -> handle.createUpdate("""
                        update hasura_entry set state = 'SETTLED', verdict = :verdict, settled_at = current_timestamp,
                            previous = null, write_trace = :trace
                        where component = :component and state = 'WRITING' and writer = :writer""")
                .bind("verdict", StoredVerdict.write(verdict))
                .bind("trace", TraceText.current())
                .bind("component", entry.component())
                .bind("writer", writer)
                .execute());
    }

    /** The components whose verdict was given a short while ago and is not taken yet. */
    public List<String> notTaken() {
        return database.run(handle -> {
            handle.execute("""
                    delete from hasura_entry
                    where state = 'SETTLED' and settled_at < current_timestamp - interval '1' day""");
            return handle.createQuery("""
                            select component from hasura_entry
                            where state = 'SETTLED' and settled_at > current_timestamp - interval '10' second""").mapTo(String.class).list();
        });
    }

    /**
     * One that a service of another version, or with other sources, has stored must not hold up the others: it is dropped,
     * and its task stores it anew.
     */
    private Optional<Claimed> claimed(Handle handle, StoredEntry entry) {
        Optional<Claimed> claimed = entry.read(changes);
        if (claimed.isEmpty()) {
            handle.createUpdate("delete from hasura_entry where component = :component")
                    .bind("component", entry.component())
                    .execute();
        }
        return claimed;
    }
}
