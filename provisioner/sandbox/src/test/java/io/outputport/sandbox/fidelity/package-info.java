/** The cases against the engine. */
@NullMarked
package io.outputport.sandbox.fidelity;

import org.jspecify.annotations.NullMarked;
