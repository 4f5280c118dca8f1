/**
 * Carries a plan out, step by step, safe to run twice. Knows the systems only as {@link
 * io.outputport.provisioner.reconcile.Remote}.
 */
@NullMarked
package io.outputport.provisioner.reconcile;

import org.jspecify.annotations.NullMarked;
