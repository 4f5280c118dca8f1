package io.outputport.sharing.protocol.wire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/** A share in a list. */
@Serdeable
public record ShareItem(String name, String id, Optional<String> comment) {}
