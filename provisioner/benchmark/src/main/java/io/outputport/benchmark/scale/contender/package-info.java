/** Those that are measured beside each other on the same ports: this service, and the calls of its predecessor. */
@NullMarked
package io.outputport.benchmark.scale.contender;

import org.jspecify.annotations.NullMarked;
