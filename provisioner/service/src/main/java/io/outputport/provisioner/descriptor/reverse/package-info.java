/**
 * The way back, from what exists to what a catalog entry should say: which table a reverse provisioning means, and what its
 * columns are in a data contract. Pure.
 */
@NullMarked
package io.outputport.provisioner.descriptor.reverse;

import org.jspecify.annotations.NullMarked;
