@NullMarked
package io.outputport.sharing.store;

import org.jspecify.annotations.NullMarked;
