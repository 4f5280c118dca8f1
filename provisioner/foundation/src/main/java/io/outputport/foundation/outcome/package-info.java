/**
 * The words for how things end: done, to be tried again later, or stopped by problems. Pure; knows nothing else of ours.
 */
@NullMarked
package io.outputport.foundation.outcome;

import org.jspecify.annotations.NullMarked;
