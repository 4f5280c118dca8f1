/** Who may read: recipients, and who shows the credentials of one. Pure. */
@NullMarked
package io.outputport.sharing.recipient;

import org.jspecify.annotations.NullMarked;
