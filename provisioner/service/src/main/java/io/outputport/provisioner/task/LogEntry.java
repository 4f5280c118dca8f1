package io.outputport.provisioner.task;

import io.outputport.foundation.outcome.Severity;
import java.time.Instant;

/** One line of a task's log, as the platform shows it ({@code Log} of the Tech Adapter API). */
public record LogEntry(Instant timestamp, Severity severity, String phase, String message) {}
