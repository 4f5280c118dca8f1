/** Every storage of this server, of whatever kind. */
@NullMarked
package io.outputport.sharing.storage.all;

import org.jspecify.annotations.NullMarked;
