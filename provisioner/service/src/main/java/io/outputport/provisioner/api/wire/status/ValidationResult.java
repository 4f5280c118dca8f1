package io.outputport.provisioner.api.wire.status;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.provisioner.api.wire.error.Extended;
import io.outputport.provisioner.api.wire.error.ProblemDetail;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

@Serdeable
@Schema(description = "Result of a validation operation on a provided descriptor")
public record ValidationResult(
        @Schema(description = "Whether the provided descriptor is valid or not")
        boolean valid,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<ValidationError> error,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description =
                        "What the systems outside do not hold yet. It does not make the descriptor invalid; it is "
                                + "decided at provisioning. With `details=true` only.")
        Optional<List<String>> notices,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description = "The errors and notices in their parts. With `details=true` only.")
        Optional<List<ProblemDetail>> details)
        implements Extended {
    public ValidationResult {
        details = details.map(List::copyOf);
        notices = notices.map(List::copyOf);
    }

    @Override
    public ValidationResult plain() {
        return new ValidationResult(valid, error, Optional.empty(), Optional.empty());
    }
}
