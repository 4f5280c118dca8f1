/**
 * The metadata API: the stored document with its version, and every operation on it. An operation works on a copy and
 * on a build of its own; both become the engine's state together, or not at all.
 */
@NullMarked
package io.outputport.engine.metadata;

import org.jspecify.annotations.NullMarked;
