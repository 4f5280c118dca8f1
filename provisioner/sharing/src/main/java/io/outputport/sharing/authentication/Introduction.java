package io.outputport.sharing.authentication;

import java.util.Optional;

/**
 * Has an identity provider sign for whoever says a name, before the token is judged like any other. A server has none; the
 * sandbox has one, whose people have nowhere to sign in.
 */
@FunctionalInterface
public interface Introduction {
    /** Empty when it is no name. */
    Optional<String> signed(String bearer);
}
