/** What operators see of storages and of the tables in them, before they share one. */
@NullMarked
package io.outputport.sharing.admin.storage;

import org.jspecify.annotations.NullMarked;
