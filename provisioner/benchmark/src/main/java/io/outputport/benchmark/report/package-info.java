/** How results are told: a table for people, JSON for tools, a picture; each is complete whenever a run is cut off. */
@NullMarked
package io.outputport.benchmark.report;

import org.jspecify.annotations.NullMarked;
