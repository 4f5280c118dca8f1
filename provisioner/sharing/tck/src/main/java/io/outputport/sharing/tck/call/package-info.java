/** Calls of the protocol as a client makes them, and what comes back. */
@NullMarked
package io.outputport.sharing.tck.call;

import org.jspecify.annotations.NullMarked;
