/** The benchmark's own tests: that it measures what it says, never how fast anything is. */
@NullMarked
package io.outputport.benchmark;

import org.jspecify.annotations.NullMarked;
