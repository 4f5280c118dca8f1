/** A kit that tries a Delta Sharing server from outside, by the protocol alone. It knows nothing of how one is made. */
@NullMarked
package io.outputport.sharing.tck;

import org.jspecify.annotations.NullMarked;
