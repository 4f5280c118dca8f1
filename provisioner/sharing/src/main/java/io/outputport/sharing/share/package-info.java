/** What is shared: shares, their schemas and tables, and which of them a principal may see. Pure. */
@NullMarked
package io.outputport.sharing.share;

import org.jspecify.annotations.NullMarked;
