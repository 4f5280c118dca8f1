/**
 * Delta tables, read and written by Delta Kernel: the only package that knows it. Kernel sees a table's folder through
 * {@code storage} alone, by no file system of its own.
 */
@NullMarked
package io.outputport.sharing.table.delta;

import org.jspecify.annotations.NullMarked;
