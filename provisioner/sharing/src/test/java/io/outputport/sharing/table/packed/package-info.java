@NullMarked
package io.outputport.sharing.table.packed;

import org.jspecify.annotations.NullMarked;
