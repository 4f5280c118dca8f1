/** One provision seen in a real tracing back end, Zipkin: sent, read back from its API, and drawn. */
@NullMarked
package io.outputport.benchmark.trace;

import org.jspecify.annotations.NullMarked;
