package io.outputport.sharing.admin.wire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** All of a kind. */
@Serdeable
public record Items<T>(List<T> items) {}
