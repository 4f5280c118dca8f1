/**
 * What a descriptor says of a port on Hasura, and the rules for it beside those for all ports. Pure.
 */
@NullMarked
package io.outputport.provisioner.hasura.descriptor;

import org.jspecify.annotations.NullMarked;
