/**
 * Versions of tables that were read, in bounded memory: one that is asked for again is not read again, few logs are read at a
 * time, and whoever would have to wait for too long is told so. Knows no format of tables.
 */
@NullMarked
package io.outputport.sharing.table.cache;

import org.jspecify.annotations.NullMarked;
