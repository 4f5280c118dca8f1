package io.outputport.provisioner.task.store.jdbc;

import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.TaskToken;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The log lines of tasks. */
final class TaskLines {
    private final TaskRows rows;

    TaskLines(TaskRows rows) {
        this.rows = rows;
    }

    int append(Handle handle, TaskToken token, LogEntry entry) {
        return handle.createUpdate("""
                        insert into task_log (token, at, severity, phase, message)
                        values (:token, :at, :severity, :phase, :message)""")
                .bind("token", token.value())
                .bind("at", entry.timestamp())
                .bind("severity", entry.severity().name())
                .bind("phase", entry.phase())
                .bind("message", entry.message())
                .execute();
    }

    /** In the order of writing. */
    List<LogEntry> of(Handle handle, TaskToken token) {
        return handle.createQuery("select * from task_log where token = :token order by id")
                .bind("token", token.value())
                .map((row, context) -> rows.logEntry(row))
                .list();
    }
}
