package io.outputport.sharing.protocol.wire;

import io.micronaut.serde.annotation.Serdeable;

/** Why a call was refused. */
@Serdeable
public record ProtocolError(String errorCode, String message) {}
