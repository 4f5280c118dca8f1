/** What clients ask for, as headers, parameters and bodies say it: read, and refused where it cannot be meant. Pure. */
@NullMarked
package io.outputport.sharing.protocol.ask;

import org.jspecify.annotations.NullMarked;
