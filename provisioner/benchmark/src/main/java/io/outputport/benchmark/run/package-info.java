/**
 * What scenarios run on: the service as a process of its own, the systems it talks to in this process, and what is read
 * from both: bytes, heap, counters, latencies.
 */
@NullMarked
package io.outputport.benchmark.run;

import org.jspecify.annotations.NullMarked;
