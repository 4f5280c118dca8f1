package io.outputport.sharing.token;

import io.outputport.sharing.recipient.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tokens of recipients. What a method has changed is on the disk when it returns, and counts everywhere from then on. */
public interface Tokens {
    /** A token with its recipient, whether it lives or not. */
    record Holder(Token token, Recipient recipient) {}

    Optional<Holder> holder(SecretText token);

    /** The newest first, also those that do not live any more. */
    List<Token> of(UUID recipient);

    /**
     * Makes a token and consumes the link: of two who try at the same time, one gets it.
     *
     * @return empty when the link was consumed or taken back, has expired, or its recipient is suspended
     */
    Optional<Token> activate(SecretText code, SecretText token);

    /** Makes a token for somebody who has shown in another way who it is. */
    Token issue(UUID recipient, SecretText token, Duration lifetime);

    /** Ends a token at once; whether it lived. */
    boolean revoke(UUID recipient, UUID token);

    /** Ends all tokens of a recipient, and its open links, not later than at {@code end}; how many tokens lived. */
    int end(UUID recipient, Instant end);

    /**
     * Keeps by what somebody was known whom a provider has signed for, so that it can be ended as a token can. Once is enough.
     *
     * @param recipient empty for somebody whom nobody has made a recipient of
     */
    void remember(UUID credential, Optional<UUID> recipient, Instant expiresAt);

    /** Not to be lost sleep over: written now and then. */
    void used(Token token);
}
