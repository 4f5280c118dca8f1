package io.outputport.provisioner.register.rows;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.register.AccessLedger.Word;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.register.rows.AccessRows.AccessRow;
import io.outputport.provisioner.register.rows.RemovalRows.KeptAccess;
import java.util.ArrayList;
import java.util.List;
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
    public Outcome<Optional<RegisteredPort>> find(String component) {
        return database.run(handle -> entry(handle, component));
    }

    private static Optional<RegisteredPort> entry(Handle handle, String component) {
        return handle.createQuery("select * from port where component = :component")
                .bind("component", component)
                .map((row, context) -> PortRows.entry(row))
                .findOne();
    }

    @Override
    public Outcome<RegisteredPort> save(RegisteredPort entry) {
        return database.durably(handle -> store(handle, entry));
    }

    private static RegisteredPort store(Handle handle, RegisteredPort entry) {
        if (update(handle, entry) == 0) {
            handle.createUpdate(
                            "insert into port (component, technology, closed, refs) values (:component, :technology, :closed, :refs)")
                    .bind("component", entry.component())
                    .bind("technology", entry.technology())
                    .bind("closed", entry.closed())
                    .bind("refs", entry.refs().map(PortRows::json))
                    .execute();
        }
        entry.deployment().ifPresent(deployment -> deploy(handle, entry.component(), deployment));
        return entry;
    }

    @Override
    public Outcome<List<ServedState>> tried(String component) {
        return database.run(handle -> tried(handle, component));
    }

    private static List<ServedState> tried(Handle handle, String component) {
        return handle.createQuery(
                        "select technology, tried from port where component = :component and tried is not null")
                .bind("component", component)
                .map((row, context) -> PortRows.places(row.getString("technology"), row.getString("tried")))
                .findOne()
                .orElseGet(List::of);
    }

    @Override
    public Outcome<ServedState> trying(String component, ServedState place) {
        return database.durably(handle -> {
            List<ServedState> places = new ArrayList<>(tried(handle, component));
            places.add(place);
            handle.createUpdate("update port set tried = :tried where component = :component")
                    .bind("tried", PortRows.placesJson(places))
                    .bind("component", component)
                    .execute();
            return place;
        });
    }

    @Override
    public Outcome<String> beginRemoval(String component, String technology) {
        return database.durably(handle -> {
            Word word = new AccessRows(handle).locked(component).word();
            RemovalRows removals = new RemovalRows(handle);
            Optional<RegisteredPort> known = entry(handle, component);
            if (known.filter(RegisteredPort::closed).isPresent()) {
                removals.open(word);
            } else {
                store(handle, RegisteredPort.closed(component, technology));
                removals.keep(
                        word,
                        word.asked()
                                .or(() -> known.flatMap(RegisteredPort::refs).map(People::of)));
            }
            return component;
        });
    }

    @Override
    public Outcome<Boolean> takeBackRemoval(String component, People locked) {
        return database.durably(handle -> {
            AccessRows rows = new AccessRows(handle);
            AccessRow access = rows.locked(component);
            RemovalRows removals = new RemovalRows(handle);
            Optional<KeptAccess> open = removals.open(access.word());
            open.ifPresent(kept -> {
                if (kept.isOlderThan(access.word())) {
                    kept.people()
                            .ifPresentOrElse(
                                    people -> rows.say(access, access.under(people), Optional.of(locked), rows.now()),
                                    () -> rows.unsay(component));
                }
                removals.reopen(component, kept);
            });
            return open.isPresent();
        });
    }

    /** A port that is closed is another one afterwards, whatever the watch has seen of it. */
    private static int update(Handle handle, RegisteredPort entry) {
        return handle.createUpdate("""
                        update port set technology = :technology, closed = :closed, refs = :refs,
                            revision = revision + case when :closed then 1 else 0 end
                        where component = :component""")
                .bind("component", entry.component())
                .bind("technology", entry.technology())
                .bind("closed", entry.closed())
                .bind("refs", entry.refs().map(PortRows::json))
                .execute();
    }

    private static void deploy(Handle handle, String component, Deployment deployment) {
        handle.createUpdate("""
                        update port set descriptor = :descriptor, served = :served, deployed_at = :at,
                            tried = null, revision = revision + 1
                        where component = :component""")
                .bind("component", component)
                .bind("descriptor", deployment.descriptor())
                .bind("served", deployment.served().json())
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
