/**
 * How Hasura speaks of each kind of source: operations, configuration, names of tables there and back.
 */
@NullMarked
package io.outputport.provisioner.hasura.dialect;

import org.jspecify.annotations.NullMarked;
