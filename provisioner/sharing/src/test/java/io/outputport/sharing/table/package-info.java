@NullMarked
package io.outputport.sharing.table;

import org.jspecify.annotations.NullMarked;
