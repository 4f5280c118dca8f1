/** The ports that are deployed together, and the tables of others that Hasura has already. */
@NullMarked
package io.outputport.benchmark.scale.fleet;

import org.jspecify.annotations.NullMarked;
