@NullMarked
package io.outputport.sharing.table.cache;

import org.jspecify.annotations.NullMarked;
