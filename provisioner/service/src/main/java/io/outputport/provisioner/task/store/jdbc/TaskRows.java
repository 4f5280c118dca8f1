package io.outputport.provisioner.task.store.jdbc;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** From columns to values. */
final class TaskRows {
    static final String RUNNING = "RUNNING";

    TaskToken token(ResultSet row) throws SQLException {
        return new TaskToken(row.getObject("token", UUID.class));
    }

    Task task(ResultSet row) throws SQLException {
        return new Task(
                token(row),
                operation(row),
                row.getString("component"),
                row.getString("request"),
                instant(row, "accepted_at"),
                row.getInt("attempt"));
    }

    TaskReport report(ResultSet row) throws SQLException {
        return new TaskReport(
                token(row),
                operation(row),
                row.getString("component"),
                instant(row, "accepted_at"),
                status(row.getString("state"), row.getString("ending")),
                List.of());
    }

    LogEntry logEntry(ResultSet row) throws SQLException {
        return new LogEntry(
                instant(row, "at"),
                Severity.valueOf(row.getString("severity")),
                row.getString("phase"),
                row.getString("message"));
    }

    Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Empty when the column is null. */
    Optional<Instant> since(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    String state(TaskStatus status) {
        return status.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    Optional<String> ending(TaskStatus status) {
        return status.match(
                running -> Optional.empty(),
                completed -> Optional.of(EndingJson.write(completed.result())),
                failed -> Optional.of(EndingJson.write(failed.problems())),
                terminating -> Optional.empty(),
                terminated -> Optional.empty());
    }

    /** Empty when there is none. */
    Optional<String> verdict(List<Problem> problems) {
        return problems.isEmpty() ? Optional.empty() : Optional.of(EndingJson.write(problems));
    }

    List<Problem> verdict(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null ? List.of() : EndingJson.readProblems(verdict);
    }

    private TaskStatus status(String state, String ending) {
        return switch (state) {
            case "COMPLETED" -> new TaskStatus.Completed(EndingJson.readResult(ending));
            case "FAILED" -> new TaskStatus.Failed(EndingJson.readProblems(ending));
            case "TERMINATING" -> new TaskStatus.Terminating();
            case "TERMINATED" -> new TaskStatus.Terminated();
            default -> new TaskStatus.Running();
        };
    }

    private static Operation operation(ResultSet row) throws SQLException {
        return Operation.valueOf(row.getString("operation"));
    }
}
