/** Who wins of contenders for the queue. */
@NullMarked
package io.outputport.benchmark.durable;

import org.jspecify.annotations.NullMarked;
