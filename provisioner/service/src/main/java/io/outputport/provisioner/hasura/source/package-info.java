/**
 * The table that a descriptor names, found at its source, and the port that is wanted over it.
 */
@NullMarked
package io.outputport.provisioner.hasura.source;

import org.jspecify.annotations.NullMarked;
