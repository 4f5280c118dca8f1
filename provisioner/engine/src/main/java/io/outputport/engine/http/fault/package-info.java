/** Faults that a test or a demo arms: for which requests, how often, and what comes instead of an answer. */
@NullMarked
package io.outputport.engine.http.fault;

import org.jspecify.annotations.NullMarked;
