package io.outputport.provisioner.api.wire.operator;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** Who the caller is here, and what this service offers. */
@Serdeable
public record ServiceStatus(
        @Schema(description = "As the audit log names the caller")
        String caller,

        @Schema(description = "`read` or `write`") String role,

        @Schema(description = "What is done about drift: `off`, `report` or `repair`")
        String driftCheck,

        @Schema(description = "Whether queries can be tried out at `/v1/try`")
        boolean tryQueries,

        @Schema(
                description = "Where a trace is shown; `{traceId}` stands for its id",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<String> traceUrl) {}
