@NullMarked
package io.outputport.sharing.protocol.piece;

import org.jspecify.annotations.NullMarked;
