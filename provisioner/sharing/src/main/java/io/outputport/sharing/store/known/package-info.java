/** What was read of access, for as long as the database says that nothing of it has changed. */
@NullMarked
package io.outputport.sharing.store.known;

import org.jspecify.annotations.NullMarked;
