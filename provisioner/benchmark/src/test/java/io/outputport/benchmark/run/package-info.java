/** That the parts which scenarios share count and read correctly. */
@NullMarked
package io.outputport.benchmark.run;

import org.jspecify.annotations.NullMarked;
