/** What every answer of the server has in common: one error body, safe headers, and what no controller has answered. */
@NullMarked
package io.outputport.sharing.edge;

import org.jspecify.annotations.NullMarked;
