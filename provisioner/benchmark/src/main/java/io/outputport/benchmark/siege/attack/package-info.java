/**
 * The attacks, each by itself: callers that hang up, drip or send too much, a disk that is full, a database that stands
 * still.
 */
@NullMarked
package io.outputport.benchmark.siege.attack;

import org.jspecify.annotations.NullMarked;
