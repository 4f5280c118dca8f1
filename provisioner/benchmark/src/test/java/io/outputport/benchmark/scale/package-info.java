/** That the estimate and the ports of the scale scenario are what its results say. */
@NullMarked
package io.outputport.benchmark.scale;

import org.jspecify.annotations.NullMarked;
