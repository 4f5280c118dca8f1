@NullMarked
package io.outputport.sharing.predicate;

import org.jspecify.annotations.NullMarked;
