package io.outputport.sharing.protocol.wire;

import io.micronaut.serde.annotation.Serdeable;

/** A schema in a list. */
@Serdeable
public record SchemaItem(String name, String share) {}
