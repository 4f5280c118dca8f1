/** The cases against the engine. */
@NullMarked
package io.outputport.engine.fidelity;

import org.jspecify.annotations.NullMarked;
