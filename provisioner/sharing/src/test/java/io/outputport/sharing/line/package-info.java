@NullMarked
package io.outputport.sharing.line;

import org.jspecify.annotations.NullMarked;
