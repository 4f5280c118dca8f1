/** Who writes when: the holder of the lease takes what waits of all replicas, wave after wave. */
@NullMarked
package io.outputport.provisioner.hasura.wave.writer;

import org.jspecify.annotations.NullMarked;
