@NullMarked
package io.outputport.sharing.table.delta.write;

import org.jspecify.annotations.NullMarked;
