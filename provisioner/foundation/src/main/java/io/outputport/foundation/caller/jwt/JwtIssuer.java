package io.outputport.foundation.caller.jwt;

import java.net.URI;
import java.time.Duration;

/**
 * An identity provider whose JWTs are taken.
 *
 * @param keys the address of its published keys
 * @param setting by which the operator gave that address, for messages
 * @param name as its tokens give it, {@code iss}
 * @param audience that its tokens must name, {@code aud}
 */
public record JwtIssuer(URI keys, String setting, String name, String audience, Duration skew) {}
