/** Requests against a real PostgreSQL: what a role asks, and the JSON that comes back. */
@NullMarked
package io.outputport.engine.graphql;

import org.jspecify.annotations.NullMarked;
