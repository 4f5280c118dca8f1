package io.outputport.provisioner.remote.register;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.plan.ServedPortJson;
import io.outputport.provisioner.reconcile.PortRegister;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The register over JDBC. Tasks of one component never run side by side, so these columns of a row have one writer at a
 * time; those of {@link JdbcPortWatch} are left alone.
 */
final class JdbcPortRegister implements PortRegister {
    private final RegisterDatabase database;

    JdbcPortRegister(RegisterDatabase database) {
        this.database = database;
    }

    @Override
    public Outcome<Optional<Entry>> find(String component) {
        return database.run(handle -> handle.createQuery("select * from port where component = :component")
                .bind("component", component)
                .map((row, context) -> PortRows.entry(row))
                .findOne());
    }

    @Override
    public Outcome<Entry> save(Entry entry) {
        return database.durably(handle -> {
            if (update(handle, entry) == 0) {
                handle.createUpdate("insert into port (component, closed, refs) values (:component, :closed, :refs)")
                        .bind("component", entry.component())
                        .bind("closed", entry.closed())
                        .bind("refs", entry.refs().map(PortRows::json))
                        .execute();
            }
            entry.deployment().ifPresent(deployment -> deploy(handle, entry.component(), deployment));
            return entry;
        });
    }

    /** A port that is closed is another one afterwards, whatever the watch has seen of it. */
    private static int update(Handle handle, Entry entry) {
        return handle.createUpdate("""
                        update port set closed = :closed, refs = :refs,
                            revision = revision + case when :closed then 1 else 0 end
                        where component = :component""")
                .bind("component", entry.component())
                .bind("closed", entry.closed())
                .bind("refs", entry.refs().map(PortRows::json))
                .execute();
    }

    private static void deploy(Handle handle, String component, Deployment deployment) {
        handle.createUpdate("""
                        update port set descriptor = :descriptor, served = :served, deployed_at = :at,
                            revision = revision + 1
                        where component = :component""")
                .bind("component", component)
                .bind("descriptor", deployment.descriptor())
                .bind("served", ServedPortJson.write(deployment.served()).toString())
                .bind("at", PortRows.time(deployment.at()))
                .execute();
    }

    @Override
    public Outcome<String> forget(String component) {
        return database.durably(handle -> {
            handle.createUpdate("delete from port where component = :component")
                    .bind("component", component)
                    .execute();
            return component;
        });
    }
}
