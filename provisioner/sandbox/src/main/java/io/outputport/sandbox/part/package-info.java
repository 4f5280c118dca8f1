/**
 * What runs in a sandbox, one class for each system: how it is started, on which port, and what it offers to whoever tries
 * it.
 */
@NullMarked
package io.outputport.sandbox.part;

import org.jspecify.annotations.NullMarked;
