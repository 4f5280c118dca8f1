/**
 * One version of a table, whatever its format: what it is, and which files hold its rows. Each format is a package below,
 * and the only one that knows the libraries of that format.
 */
@NullMarked
package io.outputport.sharing.table;

import org.jspecify.annotations.NullMarked;
