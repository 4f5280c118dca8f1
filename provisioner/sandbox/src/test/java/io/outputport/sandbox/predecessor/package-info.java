/** What the predecessor costs and leaves behind. */
@NullMarked
package io.outputport.sandbox.predecessor;

import org.jspecify.annotations.NullMarked;
