@NullMarked
package io.outputport.sharing.protocol.ask;

import org.jspecify.annotations.NullMarked;
