package io.outputport.sharing.activation;

import io.micronaut.serde.annotation.Serdeable;

/** What a link would do. */
@Serdeable
record LinkState(String recipient, String expiresAt, String tokenLifetime) {}
