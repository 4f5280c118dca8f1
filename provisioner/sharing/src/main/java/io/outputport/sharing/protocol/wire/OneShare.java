package io.outputport.sharing.protocol.wire;

import io.micronaut.serde.annotation.Serdeable;

/** A share alone. */
@Serdeable
public record OneShare(ShareItem share) {}
