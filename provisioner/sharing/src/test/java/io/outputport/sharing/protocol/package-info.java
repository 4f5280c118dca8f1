@NullMarked
package io.outputport.sharing.protocol;

import org.jspecify.annotations.NullMarked;
