/** What a provider is told of a table before it is shared: what it is, and what keeps recipients from reading it. */
@NullMarked
package io.outputport.sharing.inspection;

import org.jspecify.annotations.NullMarked;
