/** How cases reach the server that is tried, and what of it is left out. */
@NullMarked
package io.outputport.sharing.tck.run;

import org.jspecify.annotations.NullMarked;
