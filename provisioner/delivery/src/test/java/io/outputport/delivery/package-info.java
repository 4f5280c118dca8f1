/** Checks of everything that is shipped beside the jar. Here: where the repository's files are. */
@NullMarked
package io.outputport.delivery;

import org.jspecify.annotations.NullMarked;
