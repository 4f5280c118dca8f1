package io.outputport.sharing.protocol.wire;

import io.micronaut.serde.annotation.Serdeable;

/** A table in a list. */
@Serdeable
public record TableItem(String name, String schema, String share, String shareId, String id) {}
