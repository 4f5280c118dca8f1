package io.outputport.provisioner.api;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.outputport.provisioner.task.Acceptance;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import io.outputport.provisioner.task.TaskQueue;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.Termination;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what was submitted, carries nothing out, and holds the reports that a test puts in. */
@Singleton
@Primary
@Requires(property = "testing.api")
public final class TestingQueue implements TaskQueue {
    static final Instant ACCEPTED_AT = Instant.parse("2026-11-21T08:30:00Z");

    public final List<Submission> submissions = new ArrayList<>();
    final List<TaskToken> terminated = new ArrayList<>();
    Optional<Duration> refusing = Optional.empty();
    private final Map<TaskToken, TaskReport> reports = new ConcurrentHashMap<>();

    @Override
    public Acceptance submit(Submission submission) {
        if (refusing.isPresent()) {
            return new Acceptance.Rejected("The queue is full.", refusing.get());
        }
        submissions.add(submission);
        return new Acceptance.Accepted(put(submission.operation(), new TaskStatus.Running()));
    }

    @Override
    public Optional<TaskReport> find(TaskToken token) {
        return Optional.ofNullable(reports.get(token));
    }

    @Override
    public Termination terminate(TaskToken token) {
        boolean open = find(token)
                .filter(report -> report.status() instanceof TaskStatus.Running)
                .isPresent();
        terminated.add(token);
        return open ? Termination.BEGUN : Termination.TOO_LATE;
    }

    public void reset() {
        terminated.clear();
        submissions.clear();
        reports.clear();
        refusing = Optional.empty();
    }

    public TaskToken put(Operation operation, TaskStatus status, LogEntry... log) {
        TaskToken token = new TaskToken(UUID.randomUUID());
        reports.put(token, new TaskReport(token, operation, "urn:dmb:cmp:x", ACCEPTED_AT, status, List.of(log)));
        return token;
    }
}
