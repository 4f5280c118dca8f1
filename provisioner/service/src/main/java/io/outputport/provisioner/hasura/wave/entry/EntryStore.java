package io.outputport.provisioner.hasura.wave.entry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.outputport.foundation.store.Database;
import io.outputport.foundation.trace.TraceText;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What waits to be written, is being written, or was written and its task does not know yet; one row for each component,
 * as its task sees it. Every method throws an unchecked exception of JDBI when the database does not do its part.
 */
public final class EntryStore {
    private final Database database;
    private final ChangeJson changes;

    public EntryStore(Database database, ChangeJson changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Takes the verdict on this very change away; a verdict on another one, which nobody asks for any more, too. */
    public Optional<WriteVerdict> takeVerdict(MetadataChange change) {
        String wanted = text(change);
        return database.inTransaction(handle -> {
            Optional<Told> told = handle.createQuery("""
                            select wanted, verdict, write_trace from hasura_entry
                            where component = :component and state = 'SETTLED'""")
                    .bind("component", component(change))
                    .map((row, context) ->
                            wanted.equals(row.getString("wanted")) ? Optional.of(Told.of(row)) : Optional.<Told>empty())
                    .findOne()
                    .flatMap(mine -> mine);
            handle.createUpdate("delete from hasura_entry where component = :component and state = 'SETTLED'")
                    .bind("component", component(change))
                    .execute();
            return told.map(Told::verdict);
        });
    }

    private record Told(String text, SpanContext write) {
        static Told of(ResultSet row) throws SQLException {
            return new Told(row.getString("verdict"), TraceText.read(row.getString("write_trace")));
        }

        /** From the task's span one finds the write that served it, whoever wrote. */
        WriteVerdict verdict() {
            if (write.isValid()) {
                Span.current().addLink(write);
            }
            return StoredVerdict.read(text);
        }
    }

    /** Whether exactly this change waits or is being written. */
    public boolean isUnderWay(MetadataChange change) {
        return database.run(handle -> handle.createQuery(
                        "select wanted from hasura_entry where component = :component and state <> 'SETTLED'")
                .bind("component", component(change))
                .mapTo(String.class)
                .findOne()
                .filter(text(change)::equals)
                .isPresent());
    }

    /**
     * Has the change wait; it takes the place of an older one unless that is being written just now.
     *
     * @param rest what its task goes on with afterwards
     */
    public void put(MetadataChange change, Optional<String> rest) {
        database.inTransaction(handle -> {
            withdraw(handle, component(change));
            return handle.createUpdate("""
                            insert into hasura_entry (component, wanted, state, trace, rest)
                            values (:component, :wanted, 'WAITING', :trace, :rest)
                            on conflict do nothing""")
                    .bind("component", component(change))
                    .bind("wanted", text(change))
                    .bind("trace", TraceText.current())
                    .bind("rest", rest)
                    .execute();
        });
    }

    /**
     * What waits, is being written or is written, and what its task goes on with. Empty where it starts again, as after a
     * verdict that is no success: the source may have changed since, and something else be wanted.
     */
    public Optional<Continued> continued(String component) {
        return database.run(handle -> handle.createQuery("""
                        select component, wanted, previous, trace, rest, state, verdict from hasura_entry
                        where component = :component and rest is not null""")
                .bind("component", component)
                .map((row, context) -> row.getString("state").equals("SETTLED")
                                && !StoredVerdict.read(row.getString("verdict"))
                                        .outcome()
                                        .isDone()
                        ? Optional.<Continued>empty()
                        : continued(StoredEntry.of(row), row.getString("rest")))
                .findOne()
                .flatMap(known -> known));
    }

    private Optional<Continued> continued(StoredEntry entry, String rest) {
        return entry.read(changes).map(claimed -> new Continued(claimed.change(), rest));
    }

    /** A change and what follows it. */
    public record Continued(MetadataChange change, String rest) {}

    /**
     * Takes back a change that still waits, as its task has no time left.
     *
     * @param otherwise what is told of it when no wave had any trouble with it
     * @return empty when it is being written, or has its verdict
     */
    public Optional<WriteVerdict> giveUp(MetadataChange change, WriteVerdict otherwise) {
        return database.inTransaction(handle -> handle.createQuery("""
                        select verdict from hasura_entry
                        where component = :component and state = 'WAITING' for update""")
                .bind("component", component(change))
                .map((row, context) -> Optional.ofNullable(row.getString("verdict")))
                .findOne()
                .map(trouble -> {
                    withdraw(handle, component(change));
                    return trouble.map(StoredVerdict::read).orElse(otherwise);
                }));
    }

    /**
     * Takes back what waits, and forgets what is settled.
     *
     * @return false when it is being written just now
     */
    public boolean withdraw(String component) {
        return database.run(handle -> {
            withdraw(handle, component);
            return handle.createQuery("select 1 from hasura_entry where component = :component")
                    .bind("component", component)
                    .mapTo(Integer.class)
                    .findOne()
                    .isEmpty();
        });
    }

    private static void withdraw(Handle handle, String component) {
        handle.createUpdate("delete from hasura_entry where component = :component and state <> 'WRITING'")
                .bind("component", component)
                .execute();
    }

    private String text(MetadataChange change) {
        return changes.write(change);
    }

    private static String component(MetadataChange change) {
        return change.identity().component();
    }
}
