/** Tests of the way back, from what exists to a catalog entry. */
@NullMarked
package io.outputport.provisioner.descriptor.reverse;

import org.jspecify.annotations.NullMarked;
