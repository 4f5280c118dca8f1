package io.outputport.sharing.admin.wire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/**
 * A link, told once.
 *
 * @param endedTokens how many tokens a rotation has given an end
 */
@Serdeable
public record LinkView(String recipient, String activationUrl, String expiresAt, Optional<Integer> endedTokens) {}
