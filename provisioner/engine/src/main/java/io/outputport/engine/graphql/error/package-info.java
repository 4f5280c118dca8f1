/** How the engine says no to a caller: one error, in the words and with the path that Hasura would use. */
@NullMarked
package io.outputport.engine.graphql.error;

import org.jspecify.annotations.NullMarked;
