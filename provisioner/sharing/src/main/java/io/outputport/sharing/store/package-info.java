/** The server's own database, H2 or PostgreSQL: the only package that writes SQL. */
@NullMarked
package io.outputport.sharing.store;

import org.jspecify.annotations.NullMarked;
