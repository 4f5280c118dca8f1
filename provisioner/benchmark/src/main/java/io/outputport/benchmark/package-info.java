/** Measures the service from outside, as an operator would: start, memory, and what a deployment costs Hasura. */
@NullMarked
package io.outputport.benchmark;

import org.jspecify.annotations.NullMarked;
