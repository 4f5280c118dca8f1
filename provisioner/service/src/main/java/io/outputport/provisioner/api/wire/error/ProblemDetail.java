package io.outputport.provisioner.api.wire.error;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** One problem in its parts, for callers that show it at its place. An addition of this provisioner to the API. */
@Serdeable
public record ProblemDetail(
        @Schema(description = "The stable name of this kind of problem")
        String code,

        @Schema(description = "`error`, or `notice` for what does not make the descriptor invalid")
        String severity,

        String message,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, description = "The field in dot form")
        Optional<String> path,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, description = "Counted from 1")
        Optional<Integer> line,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, description = "Counted from 1")
        Optional<Integer> column,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, description = "What to write or do instead")
        Optional<String> hint,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description = "The exact value to write at `path`, where it is known; the field may not be there yet")
        Optional<String> fix) {}
