package io.outputport.provisioner.task.store.jdbc;

import io.outputport.provisioner.measure.Backlog;
import io.outputport.provisioner.measure.Backlog.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The unfinished tasks by how far they are, in one look. */
record Stages(TaskRows rows) {
    Backlog backlog(Handle handle, Instant now) {
        List<Counted> stages = handle.createQuery("""
                        select stage, count(*) as tasks, min(accepted_at) as oldest from (
                            select accepted_at, %s as stage from task where finished_at is null) unfinished
                        group by stage""".formatted(StateColumns.STAGE))
                .map((row, context) -> counted(row))
                .list();
        Optional<Instant> oldest = stages.stream().map(Counted::oldest).min(Instant::compareTo);
        return new Backlog(
                stages.stream().collect(Collectors.toMap(Counted::stage, Counted::tasks)),
                oldest.map(accepted -> age(accepted, now)));
    }

    private record Counted(Stage stage, int tasks, Instant oldest) {}

    private Counted counted(ResultSet row) throws SQLException {
        return new Counted(Stage.valueOf(row.getString("stage")), row.getInt("tasks"), rows.instant(row, "oldest"));
    }

    /** Replicas' clocks may differ a little. */
    private static Duration age(Instant accepted, Instant now) {
        Duration age = Duration.between(accepted, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
