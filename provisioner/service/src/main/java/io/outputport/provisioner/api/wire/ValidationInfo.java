package io.outputport.provisioner.api.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

@Serdeable
@Schema(
        name = "ValidationInfo",
        requiredProperties = {"publicInfo"})
public record ValidationInfo(ValidationResult publicInfo) {}
