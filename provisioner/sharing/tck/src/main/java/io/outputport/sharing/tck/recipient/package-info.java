/** A recipient: puts what it was told into a log of its own, and reads that with Delta Kernel. */
@NullMarked
package io.outputport.sharing.tck.recipient;

import org.jspecify.annotations.NullMarked;
