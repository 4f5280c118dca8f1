/** The page that shows the API of a server. */
@NullMarked
package io.outputport.foundation.page;

import org.jspecify.annotations.NullMarked;
