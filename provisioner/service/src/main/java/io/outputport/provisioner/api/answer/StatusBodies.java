package io.outputport.provisioner.api.answer;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.api.wire.status.AsyncStatus;
import io.outputport.provisioner.api.wire.status.Info;
import io.outputport.provisioner.api.wire.status.Log;
import io.outputport.provisioner.api.wire.status.ProvisioningStatus;
import io.outputport.provisioner.api.wire.status.ProvisioningStatus.Status;
import io.outputport.provisioner.api.wire.status.ReverseProvisioningStatus;
import io.outputport.provisioner.api.wire.status.ValidationError;
import io.outputport.provisioner.api.wire.status.ValidationInfo;
import io.outputport.provisioner.api.wire.status.ValidationResult;
import io.outputport.provisioner.api.wire.status.ValidationStatus;
import io.outputport.provisioner.flow.validation.ValidationOutcome;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is known of a task, in the three status bodies of the Tech Adapter API. */
@Singleton
public final class StatusBodies {
    private final ObjectMapper json;

    StatusBodies(ObjectMapper json) {
        this.json = json;
    }

    public ProvisioningStatus provisioning(TaskReport report) {
        List<Log> logs = LogLines.of(report);
        // The platform's older versions show nothing but this text, so it tells the step that was taken last.
        String latest = report.log().isEmpty() ? "" : logs.get(logs.size() - 1).message();
        return report.status()
                .match(
                        running -> without(Status.RUNNING, latest, logs),
                        completed -> completed(completed.result(), logs),
                        failed -> without(Status.FAILED, Sentences.joined(failed.problems()), logs),
                        terminating -> without(Status.TERMINATING, latest, logs),
                        terminated -> without(Status.TERMINATED, "The task was stopped on request.", logs));
    }

    private ProvisioningStatus completed(TaskResult result, List<Log> logs) {
        Info info = read(result.info(), Argument.of(Info.class));
        return new ProvisioningStatus(Status.COMPLETED, result.sentence(), Optional.of(info), logs);
    }

    public ValidationStatus validation(TaskReport report) {
        // The schema has no other place for the reason of a failure.
        Optional<ValidationResult> told = report.status()
                .match(
                        running -> Optional.empty(),
                        completed -> Optional.of(read(completed.result().info(), Argument.of(ValidationResult.class))),
                        failed -> Optional.of(result(failed.problems(), List.of())),
                        terminating -> Optional.empty(),
                        terminated -> Optional.empty());
        return new ValidationStatus(readOnly(report.status()), told.map(ValidationInfo::new));
    }

    public ReverseProvisioningStatus reverseProvisioning(TaskReport report) {
        Map<String, Object> updates = report.status()
                .match(
                        running -> Map.of(),
                        completed -> read(completed.result().info(), Argument.mapOf(String.class, Object.class)),
                        failed -> Map.of(),
                        terminating -> Map.of(),
                        terminated -> Map.of());
        return new ReverseProvisioningStatus(readOnly(report.status()), updates, LogLines.of(report));
    }

    public static ValidationResult result(ValidationOutcome verdict) {
        return result(verdict.problems(), verdict.notices());
    }

    private static ValidationResult result(List<Problem> problems, List<Problem> notices) {
        Optional<ValidationError> error =
                problems.isEmpty() ? Optional.empty() : Optional.of(new ValidationError(Sentences.of(problems)));
        return new ValidationResult(
                problems.isEmpty(), error, Optional.of(Sentences.of(notices)), Details.of(problems, notices));
    }

    private static ProvisioningStatus without(Status status, String result, List<Log> logs) {
        return new ProvisioningStatus(status, result, Optional.empty(), logs);
    }

    private static AsyncStatus readOnly(TaskStatus status) {
        return status.match(
                running -> AsyncStatus.RUNNING,
                completed -> AsyncStatus.COMPLETED,
                failed -> AsyncStatus.FAILED,
                terminating -> AsyncStatus.RUNNING,
                terminated -> AsyncStatus.FAILED);
    }

    private <T> T read(String text, Argument<T> type) {
        try {
            return Objects.requireNonNull(json.readValue(text, type), "info of a task");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the info of a completed task is not the JSON it should be", unreadable);
        }
    }
}
