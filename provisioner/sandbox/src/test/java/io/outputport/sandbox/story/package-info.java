/**
 * The stories: what the platform, a consumer and an operator see, over real HTTP only, with the service and all its
 * neighbours running. With {@code HASURA_URL} (and {@code HASURA_ADMIN_SECRET}) in the environment they run against a
 * real Hasura, which has to hold the database URLs in its environment and to use the sandbox's webhook; what only the
 * stand-in can tell is then left out.
 */
@NullMarked
package io.outputport.sandbox.story;

import org.jspecify.annotations.NullMarked;
