package io.outputport.provisioner.api.wire.error;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

@Serdeable
public record SystemError(
        @Schema(deprecated = true) String error,

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
        ErrorMoreInfo moreInfo) {}
