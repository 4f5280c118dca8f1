package io.outputport.provisioner.api.wire.list;

import io.micronaut.serde.annotation.Serdeable;
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
        Optional<String> finishedAt) {}
