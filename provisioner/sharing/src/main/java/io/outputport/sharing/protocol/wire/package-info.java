/** Bodies of the protocol's answers, field by field as its document has them. */
@NullMarked
package io.outputport.sharing.protocol.wire;

import org.jspecify.annotations.NullMarked;
