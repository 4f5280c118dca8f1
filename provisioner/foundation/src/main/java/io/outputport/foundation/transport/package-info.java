/**
 * Outgoing HTTP: bounded in time and size, and every way of not getting an answer a value. Used by {@code remote} only.
 */
@NullMarked
package io.outputport.foundation.transport;

import org.jspecify.annotations.NullMarked;
