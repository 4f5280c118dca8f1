package io.outputport.provisioner.task;

import java.time.Instant;
import java.util.List;

/** All that is known of a task: what its token leads to. */
public record TaskReport(
        TaskToken token,
        Operation operation,
        String component,
        Instant acceptedAt,
        TaskStatus status,
        List<LogEntry> log) {
    public TaskReport {
        log = List.copyOf(log);
    }
}
