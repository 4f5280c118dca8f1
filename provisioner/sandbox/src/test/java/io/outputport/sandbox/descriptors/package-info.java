/** Checks of the sample descriptors themselves. */
@NullMarked
package io.outputport.sandbox.descriptors;

import org.jspecify.annotations.NullMarked;
