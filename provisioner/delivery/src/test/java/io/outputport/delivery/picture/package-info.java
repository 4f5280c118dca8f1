/** The diagrams of the design: drawn from their sources, and never older than these. */
@NullMarked
package io.outputport.delivery.picture;

import org.jspecify.annotations.NullMarked;
