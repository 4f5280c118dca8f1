package io.outputport.provisioner.api.wire;

import io.micronaut.serde.annotation.Serdeable;
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
                                + "decided at provisioning. An addition of this provisioner to the Tech Adapter API.")
        List<String> notices,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description = "The errors and notices in their parts. An addition of this provisioner to the API.")
        Optional<List<ProblemDetail>> details) {
    public ValidationResult {
        details = details.map(List::copyOf);
        notices = List.copyOf(notices);
    }
}
