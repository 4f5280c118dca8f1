@NullMarked
package io.outputport.sharing.table.delta;

import org.jspecify.annotations.NullMarked;
