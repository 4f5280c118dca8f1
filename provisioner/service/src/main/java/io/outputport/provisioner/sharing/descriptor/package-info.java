/**
 * How a Delta Sharing port is written in a descriptor, and what can be wrong with that. Pure.
 */
@NullMarked
package io.outputport.provisioner.sharing.descriptor;

import org.jspecify.annotations.NullMarked;
