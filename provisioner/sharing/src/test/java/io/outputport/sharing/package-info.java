@NullMarked
package io.outputport.sharing;

import org.jspecify.annotations.NullMarked;
