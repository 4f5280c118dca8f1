package io.outputport.sharing.token;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The links by which tokens are made. */
public interface Activations {
    /** How long a link can be used, and the token that it makes. */
    record Terms(Duration link, Duration token) {}

    Activation create(UUID recipient, SecretText code, Terms terms);

    /** Looking consumes nothing: programs for chats open every link. */
    Optional<Activation> find(SecretText code);

    /** The newest first. */
    List<Activation> of(UUID recipient);
}
