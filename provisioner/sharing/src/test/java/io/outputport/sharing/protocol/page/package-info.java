@NullMarked
package io.outputport.sharing.protocol.page;

import org.jspecify.annotations.NullMarked;
