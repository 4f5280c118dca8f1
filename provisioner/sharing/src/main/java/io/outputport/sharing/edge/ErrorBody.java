package io.outputport.sharing.edge;

import io.micronaut.serde.annotation.Serdeable;

/** The error body of the protocol, which the admin API has as well. */
@Serdeable
public record ErrorBody(String errorCode, String message) {}
