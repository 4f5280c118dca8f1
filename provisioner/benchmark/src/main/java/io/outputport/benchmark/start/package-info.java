/** What the service costs while nothing is measured against it: its start, its memory, and one port's schema builds. */
@NullMarked
package io.outputport.benchmark.start;

import org.jspecify.annotations.NullMarked;
