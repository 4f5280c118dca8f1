package io.outputport.sharing.admin.wire;

import io.micronaut.serde.annotation.Serdeable;

/** How many tokens were ended. */
@Serdeable
public record Ended(int endedTokens) {}
