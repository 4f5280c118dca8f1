/** The queue under load: what accepting a task costs, what carrying one out costs, and whether any is lost or doubled. */
@NullMarked
package io.outputport.benchmark.durable;

import org.jspecify.annotations.NullMarked;
