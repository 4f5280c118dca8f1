/** What a test or a demo can turn on the engine and read from it: costs, switches and counters. */
@NullMarked
package io.outputport.engine.control;

import org.jspecify.annotations.NullMarked;
