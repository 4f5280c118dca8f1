package io.outputport.provisioner.register.rows;

import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.register.AccessLedger.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What stands in the columns of the table port_access. */
record AccessRows(Handle handle) {

    /** Nobody else can change it until the transaction ends. */
    AccessRow locked(String component) {
        handle.createUpdate("insert into port_access (component) values (:component) on conflict do nothing")
                .bind("component", component)
                .execute();
        return handle.createQuery("select * from port_access where component = :component for update")
                .bind("component", component)
                .map((row, context) -> row(row))
                .one();
    }

    /** Stores a word; it counts as a new one unless it is the same as one that is still to be carried out. */
    Word say(AccessRow before, People asked, Optional<People> locked, OffsetDateTime nextTry) {
        Word word = before.word();
        boolean same = !word.settled()
                && word.asked().equals(Optional.of(asked))
                && word.locked().equals(locked);
        Word said = new Word(
                word.component(), word.version() + (same ? 0 : 1), Optional.of(asked), locked, word.ceiling(), false);
        handle.createUpdate("""
                        update port_access set version = :version, asked = :asked, locked = :locked, next_try = :next
                        where component = :component""")
                .bind("version", said.version())
                .bind("asked", PortRows.json(asked.refs()))
                .bind("locked", locked.map(people -> PortRows.json(people.refs())))
                .bind("next", nextTry)
                .bind("component", said.component())
                .execute();
        return said;
    }

    void put(String component, People ceiling, long arrival) {
        handle.createUpdate("""
                        update port_access set ceiling = :ceiling, ceiling_arrival = :arrival
                        where component = :component""")
                .bind("ceiling", PortRows.json(ceiling.refs()))
                .bind("arrival", arrival)
                .bind("component", component)
                .execute();
    }

    /** As if nothing had been said: it is not known who has access. */
    void unsay(String component) {
        handle.createUpdate("""
                        update port_access set asked = null, locked = null, settled = version, next_try = null
                        where component = :component""").bind("component", component).execute();
    }

    void tryAt(String component, OffsetDateTime at) {
        handle.createUpdate("""
                        update port_access set next_try = :at where component = :component and version <> settled""").bind("at", at).bind("component", component).execute();
    }

    OffsetDateTime now() {
        return handle.createQuery("select current_timestamp")
                .mapTo(OffsetDateTime.class)
                .one();
    }

    static AccessRow row(ResultSet row) throws SQLException {
        return new AccessRow(word(row), row.getLong("ceiling_arrival"));
    }

    static Word word(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        return new Word(
                row.getString("component"),
                version,
                people(row.getString("asked")),
                people(row.getString("locked")),
                people(row.getString("ceiling")),
                version == row.getLong("settled"));
    }

    static Optional<People> people(@Nullable String refs) {
        return Optional.ofNullable(refs).map(PortRows::texts).map(People::of);
    }

    /** A row as it was read. */
    record AccessRow(Word word, long ceilingArrival) {
        /** What is left of a snapshot under a later one. */
        People under(People asked) {
            return word.ceiling().map(asked::within).orElse(asked);
        }
    }
}
