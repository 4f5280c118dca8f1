package io.outputport.provisioner.api.wire.error;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

@Serdeable
public record RequestValidationError(
        @Schema(deprecated = true) List<String> errors,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, description = "User-readable message to be displayed")
        String userMessage,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description = "Optional field to include the file or descriptor that raised the error")
        Optional<String> input,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description = "Optional field to include the field path (in dot format) that raised the error")
        Optional<String> inputErrorField,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        ErrorMoreInfo moreInfo,

        @Schema(
                requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                description = "The problems in their parts. With `details=true` only.")
        Optional<List<ProblemDetail>> details)
        implements Extended {
    public RequestValidationError {
        errors = List.copyOf(errors);
        details = details.map(List::copyOf);
    }

    @Override
    public RequestValidationError plain() {
        return new RequestValidationError(errors, userMessage, input, inputErrorField, moreInfo, Optional.empty());
    }
}
