/** The one place that makes an answer of the protocol out of a problem. */
@NullMarked
package io.outputport.sharing.protocol.refusal;

import org.jspecify.annotations.NullMarked;
