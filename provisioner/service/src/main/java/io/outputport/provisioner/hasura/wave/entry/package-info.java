/**
 * What waits to be written to Hasura, and who may write: rows and a lease in the task database, shared by all replicas.
 * Knows how to store a port's change and a verdict, and nothing of Hasura itself.
 */
@NullMarked
package io.outputport.provisioner.hasura.wave.entry;

import org.jspecify.annotations.NullMarked;
