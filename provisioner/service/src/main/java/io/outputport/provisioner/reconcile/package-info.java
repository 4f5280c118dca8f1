/**
 * Finds the technology of a port and carries its plans out, step by step, safe to run twice.
 */
@NullMarked
package io.outputport.provisioner.reconcile;

import org.jspecify.annotations.NullMarked;
