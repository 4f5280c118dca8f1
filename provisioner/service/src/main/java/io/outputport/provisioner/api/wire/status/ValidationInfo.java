package io.outputport.provisioner.api.wire.status;

import io.micronaut.serde.annotation.Serdeable;

@Serdeable
public record ValidationInfo(ValidationResult publicInfo) {}
