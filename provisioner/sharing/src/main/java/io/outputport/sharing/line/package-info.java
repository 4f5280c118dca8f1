/** The lines of an answer, one JSON document each. Pure: what goes in is a version of a table, what comes out is bytes. */
@NullMarked
package io.outputport.sharing.line;

import org.jspecify.annotations.NullMarked;
