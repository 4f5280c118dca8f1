/** What is looked at between operations: whether shares are still as they were carried out. */
@NullMarked
package io.outputport.provisioner.sharing.watch;

import org.jspecify.annotations.NullMarked;
