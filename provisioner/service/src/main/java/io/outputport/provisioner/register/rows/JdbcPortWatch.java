package io.outputport.provisioner.register.rows;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.register.PortWatch;
import io.outputport.provisioner.register.WatchedPort;
import io.outputport.provisioner.register.WatchedPort.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The watch over JDBC: reads the whole row, writes only what was seen. */
final class JdbcPortWatch implements PortWatch {
    private static final String COLUMNS = """
            component, technology, revision, served, deployed_at, drifted_since, missing, role_missing, differences, repairs, alerted,
            case when closed then 'CLOSED' when served is null then 'UNWATCHED'
                when drifted_since is null or seen_revision <> revision then 'IN_SYNC'
                when missing then 'MISSING' else 'DRIFTED' end as state,
            exists (select 1 from port_access a where a.component = port.component
                    and (a.version <> a.settled or a.fields_call <> a.fields_settled))
                or exists (select 1 from role_call c where c.component = port.component and c.over_by > current_timestamp)
                as unsettled""";

    private final RegisterDatabase database;

    JdbcPortWatch(RegisterDatabase database) {
        this.database = database;
    }

    @Override
    public Outcome<List<WatchedPort>> ports(Page page) {
        return database.run(handle -> read(handle, page));
    }

    private static List<WatchedPort> read(Handle handle, Page page) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        page.component().ifPresent(component -> conditions.add("component = :component"));
        page.state().ifPresent(state -> conditions.add("state = :state"));
        page.after().ifPresent(after -> conditions.add("component > :after"));
        Query query = handle.createQuery("""
                        select * from (select %s from port) as watched
                        where %s order by component fetch first :limit rows only""".formatted(COLUMNS, String.join(" and ", conditions)))
                .bind("limit", page.limit());
        page.component().ifPresent(component -> query.bind("component", component));
        page.state().ifPresent(state -> query.bind("state", state.name()));
        page.after().ifPresent(after -> query.bind("after", after));
        return query.map((row, context) -> PortRows.watched(row)).list();
    }

    @Override
    public Outcome<Boolean> note(WatchedPort port, Sighting seen) {
        return database.run(handle -> handle.createUpdate("""
                                update port set seen_revision = :revision, drifted_since = :since, missing = :missing,
                                    role_missing = :roleMissing, differences = :differences, repairs = :repairs,
                                    alerted = :alerted
                                where component = :component and revision = :revision and not closed""")
                        .bind("component", port.component())
                        .bind("revision", port.revision())
                        .bind("since", seen.driftedSince().map(PortRows::time))
                        .bind("missing", seen.drift().missing())
                        .bind("roleMissing", seen.roleMissing())
                        .bind("differences", PortRows.json(seen.drift().differences()))
                        .bind(
                                "repairs",
                                PortRows.json(seen.repairs().stream()
                                        .map(Instant::toString)
                                        .toList()))
                        .bind("alerted", seen.alerted())
                        .execute()
                == 1);
    }
}
