/** That results are whole whenever a run is cut off. */
@NullMarked
package io.outputport.benchmark.report;

import org.jspecify.annotations.NullMarked;
