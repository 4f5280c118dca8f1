package io.outputport.provisioner.api.wire;

import io.micronaut.serde.annotation.Serdeable;

@Serdeable
public record ValidationInfo(ValidationResult publicInfo) {}
