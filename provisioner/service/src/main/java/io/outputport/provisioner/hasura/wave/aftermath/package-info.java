/**
 * What Hasura says after a write: which objects are inconsistent, and whose fault that is.
 */
@NullMarked
package io.outputport.provisioner.hasura.wave.aftermath;

import org.jspecify.annotations.NullMarked;
