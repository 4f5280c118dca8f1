package io.outputport.provisioner.api.wire.operator;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Answer to the wish that all ports be looked at now. */
@Serdeable
public record DriftCheckAccepted(
        @Schema(description = "What is done about drift that is found: `report` or `repair`")
        String driftCheck) {}
