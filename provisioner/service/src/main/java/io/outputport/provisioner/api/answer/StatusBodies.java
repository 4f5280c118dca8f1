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
import io.outputport.provisioner.flow.validation.Verdict;
import io.outputport.provisioner.task.TaskReport;
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
        List<Log> logs = TaskLog.of(report);
        TaskStatus status = report.status();
        if (status instanceof TaskStatus.Completed completed) {
            Info info = read(completed.result().info(), Argument.of(Info.class));
            return new ProvisioningStatus(Status.COMPLETED, completed.result().sentence(), Optional.of(info), logs);
        }
        if (status instanceof TaskStatus.Failed failed) {
            return without(Status.FAILED, Sentences.joined(failed.problems()), logs);
        }
        if (status instanceof TaskStatus.Terminated) {
            return without(Status.TERMINATED, "The task was stopped on request.", logs);
        }
        // The platform's older versions show nothing but this text, so it tells the step that was taken last.
        String latest = report.log().isEmpty() ? "" : logs.get(logs.size() - 1).message();
        return without(status instanceof TaskStatus.Running ? Status.RUNNING : Status.TERMINATING, latest, logs);
    }

    public ValidationStatus validation(TaskReport report) {
        TaskStatus status = report.status();
        if (status instanceof TaskStatus.Completed completed) {
            ValidationResult result = read(completed.result().info(), Argument.of(ValidationResult.class));
            return new ValidationStatus(AsyncStatus.COMPLETED, Optional.of(new ValidationInfo(result)));
        }
        if (status instanceof TaskStatus.Failed failed) {
            // The schema has no other place for the reason.
            ValidationResult reason = result(failed.problems(), List.of());
            return new ValidationStatus(AsyncStatus.FAILED, Optional.of(new ValidationInfo(reason)));
        }
        return new ValidationStatus(readOnly(status), Optional.empty());
    }

    public ReverseProvisioningStatus reverseProvisioning(TaskReport report) {
        TaskStatus status = report.status();
        Map<String, Object> updates = status instanceof TaskStatus.Completed completed
                ? read(completed.result().info(), Argument.mapOf(String.class, Object.class))
                : Map.of();
        return new ReverseProvisioningStatus(readOnly(status), updates, TaskLog.of(report));
    }

    public static ValidationResult result(Verdict verdict) {
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
        if (status instanceof TaskStatus.Completed) {
            return AsyncStatus.COMPLETED;
        }
        boolean open = status instanceof TaskStatus.Running || status instanceof TaskStatus.Terminating;
        return open ? AsyncStatus.RUNNING : AsyncStatus.FAILED;
    }

    private <T> T read(String text, Argument<T> type) {
        try {
            return Objects.requireNonNull(json.readValue(text, type), "info of a task");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the info of a completed task is not the JSON it should be", unreadable);
        }
    }
}
