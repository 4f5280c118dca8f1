package io.outputport.provisioner.api.answer;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.api.wire.status.Log;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.TaskReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A task's log as the platform shows it. That of a failed task ends with every problem. */
public final class LogLines {
    private static final String BEGINNING = "queue";

    private LogLines() {}

    public static List<Log> of(TaskReport report) {
        List<Log> lines =
                new ArrayList<>(report.log().stream().map(LogLines::line).toList());
        List<Problem> faults = report.status().faults();
        if (!faults.isEmpty()) {
            Set<String> told = lines.stream().map(Log::message).collect(Collectors.toSet());
            Instant end = lines.isEmpty()
                    ? report.acceptedAt()
                    : lines.get(lines.size() - 1).timestamp();
            // The step that the task did not get beyond.
            Optional<String> phase = Optional.of(
                    lines.isEmpty()
                            ? BEGINNING
                            : lines.get(lines.size() - 1).phase().orElse(BEGINNING));
            Sentences.of(faults).stream()
                    .filter(sentence -> !told.contains(sentence))
                    .forEach(sentence -> lines.add(new Log(end, Log.Level.ERROR, sentence, phase)));
        }
        return lines;
    }

    private static Log line(LogEntry entry) {
        return new Log(entry.timestamp(), level(entry.severity()), entry.message(), Optional.of(entry.phase()));
    }

    private static Log.Level level(Severity severity) {
        return switch (severity) {
            case DEBUG -> Log.Level.DEBUG;
            case INFO -> Log.Level.INFO;
            case WARNING -> Log.Level.WARNING;
            case ERROR -> Log.Level.ERROR;
        };
    }
}
