/** The start of the sandbox: which parts run, on which ports, in which order. */
@NullMarked
package io.outputport.sandbox;

import org.jspecify.annotations.NullMarked;
