package io.outputport.provisioner.api.wire.status;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where a read-only task stands. */
@Serdeable
@Schema(description = "Where a read-only task stands")
public enum AsyncStatus {
    RUNNING,
    COMPLETED,
    FAILED
}
