/** Files of versions in bounded memory: packed in blocks, and as they are where memory is left over. Knows no log. */
@NullMarked
package io.outputport.sharing.table.packed;

import org.jspecify.annotations.NullMarked;
