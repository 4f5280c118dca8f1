package io.outputport.provisioner.api.wire.list;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.provisioner.task.list.TaskSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** Times are in ISO 8601, in UTC. */
@Serdeable
public record TaskEntry(
        String token,
        String operation,
        String component,
        String state,
        String acceptedAt,

        @Schema(description = "How often the task was begun")
        int attempt,

        @Schema(description = "When it is tried again", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<String> nextDue,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<String> finishedAt,

        @Schema(
                description = "The trace that it belongs to, as its request or this service began it",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<String> traceId) {
    public static TaskEntry of(TaskSummary task) {
        return new TaskEntry(
                task.token().toString(),
                task.operation().name(),
                task.component(),
                task.state(),
                task.acceptedAt().toString(),
                task.attempt(),
                task.nextDue().map(Object::toString),
                task.finishedAt().map(Object::toString),
                task.trace());
    }
}
