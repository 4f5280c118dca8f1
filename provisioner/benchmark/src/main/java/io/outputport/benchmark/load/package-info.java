/** The load that contenders are put under: connections that post a descriptor as fast as they are answered. */
@NullMarked
package io.outputport.benchmark.load;

import org.jspecify.annotations.NullMarked;
