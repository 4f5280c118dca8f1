/** What the service is measured against: the bare framework. A program of its own; nothing of the service is on its class path. */
@NullMarked
package io.outputport.benchmark.floor;

import org.jspecify.annotations.NullMarked;
