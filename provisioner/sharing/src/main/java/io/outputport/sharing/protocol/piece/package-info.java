/** How the pieces of an answer get from who makes them to the connection. Knows nothing of what is in them. */
@NullMarked
package io.outputport.sharing.protocol.piece;

import org.jspecify.annotations.NullMarked;
