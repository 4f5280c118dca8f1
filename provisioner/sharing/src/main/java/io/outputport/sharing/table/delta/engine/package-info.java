/** How Kernel reaches files: a table's folder through its storage, and nothing else. */
@NullMarked
package io.outputport.sharing.table.delta.engine;

import org.jspecify.annotations.NullMarked;
