/** Reverse provisioning of tables that a sharing server can share. */
@NullMarked
package io.outputport.provisioner.sharing.reverse;

import org.jspecify.annotations.NullMarked;
