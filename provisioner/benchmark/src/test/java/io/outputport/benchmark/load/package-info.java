/** That the figures of a validation are taken from the right calls. */
@NullMarked
package io.outputport.benchmark.load;

import org.jspecify.annotations.NullMarked;
