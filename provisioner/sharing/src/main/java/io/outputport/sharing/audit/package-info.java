/** What was done, by whom and how it ended: an event for every call that touches data or access. Pure. */
@NullMarked
package io.outputport.sharing.audit;

import org.jspecify.annotations.NullMarked;
