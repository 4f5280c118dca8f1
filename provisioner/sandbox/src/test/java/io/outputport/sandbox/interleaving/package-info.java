/**
 * What the random test needs and that touches nothing: scripts out of a seed, and who may read what when they are played.
 */
@NullMarked
package io.outputport.sandbox.interleaving;

import org.jspecify.annotations.NullMarked;
