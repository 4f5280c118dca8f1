/** Values of columns, what a log says of those in a file, and what a comparison with one may come to. Pure. */
@NullMarked
package io.outputport.sharing.predicate.value;

import org.jspecify.annotations.NullMarked;
