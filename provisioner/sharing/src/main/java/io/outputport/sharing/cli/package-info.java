/** The admin API from a terminal: each command is one call of a running server. */
@NullMarked
package io.outputport.sharing.cli;

import org.jspecify.annotations.NullMarked;
