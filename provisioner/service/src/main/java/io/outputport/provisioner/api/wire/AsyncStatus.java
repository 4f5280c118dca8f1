package io.outputport.provisioner.api.wire;

import io.micronaut.serde.annotation.Serdeable;

/** Where a read-only task stands. */
@Serdeable
public enum AsyncStatus {
    RUNNING,
    COMPLETED,
    FAILED
}
