@NullMarked
package io.outputport.sharing.tck;

import org.jspecify.annotations.NullMarked;
