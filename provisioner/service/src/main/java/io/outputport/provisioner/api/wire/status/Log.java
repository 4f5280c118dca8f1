package io.outputport.provisioner.api.wire.status;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

@Serdeable
public record Log(
        Instant timestamp,

        @Schema(description = "This is the severity level of the log")
        Level level,

        String message,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<String> phase) {

    @Serdeable
    public enum Level {
        DEBUG,
        INFO,
        WARNING,
        ERROR
    }
}
