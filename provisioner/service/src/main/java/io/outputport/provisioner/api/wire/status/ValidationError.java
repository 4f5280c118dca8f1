package io.outputport.provisioner.api.wire.status;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Serdeable
@Schema(description = "Validation error related to a provided descriptor")
public record ValidationError(List<String> errors) {
    public ValidationError {
        errors = List.copyOf(errors);
    }
}
