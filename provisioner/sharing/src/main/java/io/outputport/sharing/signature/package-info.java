/** The server's own key, and what is made of it: seals that only this server, and its replicas, can make. */
@NullMarked
package io.outputport.sharing.signature;

import org.jspecify.annotations.NullMarked;
