/**
 * The differential check: cases that say how Hasura answers, and a runner that asks. The same cases run against the
 * engine in every build and, by one command, against a real Hasura; so the engine can be trusted as far as
 * somebody has run them there.
 */
@NullMarked
package io.outputport.engine.fidelity;

import org.jspecify.annotations.NullMarked;
