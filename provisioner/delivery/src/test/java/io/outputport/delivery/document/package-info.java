/** README and docs: every link leads somewhere, and every command names things that exist. */
@NullMarked
package io.outputport.delivery.document;

import org.jspecify.annotations.NullMarked;
