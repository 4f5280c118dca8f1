/**
 * Reverse provisioning of what a port on Hasura can be served from.
 */
@NullMarked
package io.outputport.provisioner.hasura.reverse;

import org.jspecify.annotations.NullMarked;
