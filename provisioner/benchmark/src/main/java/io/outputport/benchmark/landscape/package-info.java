/**
 * What a scenario measures: the service as a process of its own, the systems that it talks to in this one, and relays that
 * count bytes between them.
 */
@NullMarked
package io.outputport.benchmark.landscape;

import org.jspecify.annotations.NullMarked;
