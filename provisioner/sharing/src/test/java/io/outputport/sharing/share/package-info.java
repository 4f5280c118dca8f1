@NullMarked
package io.outputport.sharing.share;

import org.jspecify.annotations.NullMarked;
