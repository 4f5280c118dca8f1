/**
 * Measures the service from outside, as an operator would. {@link io.outputport.benchmark.Benchmark} is the one main
 * class; each scenario is a command of it in a package of its own, and they share {@code run} and {@code report}.
 */
@NullMarked
package io.outputport.benchmark;

import org.jspecify.annotations.NullMarked;
