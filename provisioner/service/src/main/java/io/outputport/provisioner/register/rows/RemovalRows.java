package io.outputport.provisioner.register.rows;

import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.register.AccessLedger.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Removals that have begun: what they would take, until it is certain that they have taken it. */
record RemovalRows(Handle handle) {

    /** @param people who has access; empty where that is not known */
    void keep(Word before, Optional<People> people) {
        handle.createUpdate("""
                        update port set kept = :kept, kept_revision = revision, kept_version = :version
                        where component = :component""")
                .bind("kept", people.map(known -> PortRows.json(known.refs())))
                .bind("version", before.version())
                .bind("component", before.component())
                .execute();
    }

    /** Empty when no removal has begun, or everybody's access is taken for certain: what it would take is forgotten then. */
    Optional<KeptAccess> open(Word now) {
        Optional<KeptAccess> begun = handle.createQuery("""
                        select kept, kept_version, served from port
                        where component = :component and closed and kept_revision = revision""")
                .bind("component", now.component())
                .map((row, context) -> KeptAccess.read(row))
                .findOne();
        if (begun.filter(kept -> kept.isTaken(now)).isEmpty()) {
            return begun;
        }
        handle.createUpdate("update port set kept = null, kept_revision = null where component = :component")
                .bind("component", now.component())
                .execute();
        return Optional.empty();
    }

    /** The port lives as before; one that was in no register is in none again. */
    void reopen(String component, KeptAccess kept) {
        String statement =
                kept.people().isEmpty() && !kept.deployed() ? "delete from port where component = :component" : """
                        update port set closed = false, refs = kept, kept = null, kept_revision = null
                        where component = :component""";
        handle.createUpdate(statement).bind("component", component).execute();
    }

    /**
     * What a removal would take.
     *
     * @param version of the newest word when it began
     */
    record KeptAccess(Optional<People> people, long version, boolean deployed) {
        private static KeptAccess read(ResultSet row) throws SQLException {
            return new KeptAccess(
                    AccessRows.people(row.getString("kept")),
                    row.getLong("kept_version"),
                    row.getString("served") != null);
        }

        private boolean isTaken(Word now) {
            return isOlderThan(now)
                    && now.settled()
                    && now.people().filter(People::isNobody).isPresent();
        }

        boolean isOlderThan(Word now) {
            return now.version() > version;
        }
    }
}
