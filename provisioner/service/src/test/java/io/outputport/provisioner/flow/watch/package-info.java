/** Tests of the watch over the ports, with a register in memory and a clock that the test sets. */
@NullMarked
package io.outputport.provisioner.flow.watch;

import org.jspecify.annotations.NullMarked;
