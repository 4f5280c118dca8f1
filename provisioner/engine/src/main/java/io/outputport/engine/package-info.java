/**
 * The Hasura-compatible engine: its HTTP endpoints, who may use them, and how its parts are put together. The metadata
 * side and the GraphQL side meet in {@code schema}.
 */
@NullMarked
package io.outputport.engine;

import org.jspecify.annotations.NullMarked;
