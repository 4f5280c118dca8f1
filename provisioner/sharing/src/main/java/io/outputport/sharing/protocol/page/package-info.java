/** Lists in pages, for clients that want them. */
@NullMarked
package io.outputport.sharing.protocol.page;

import org.jspecify.annotations.NullMarked;
