package io.outputport.provisioner.api.wire.status;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.provisioner.api.wire.error.Extended;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

@Serdeable
public record ValidationStatus(
        @Schema(description = """
                        - `RUNNING`: the validation task is still running
                        - `COMPLETED`: the operation is complete and the validation result is available \
                        (`info.publicInfo` field)
                        - `FAILED`: an exception occurred while running the validation task
                        """) AsyncStatus status,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Optional<ValidationInfo> info)
        implements Extended {
    @Override
    public ValidationStatus plain() {
        return new ValidationStatus(
                status, info.map(it -> new ValidationInfo(it.publicInfo().plain())));
    }
}
