/** Where the audit's events are kept. */
@NullMarked
package io.outputport.sharing.store.audit;

import org.jspecify.annotations.NullMarked;
