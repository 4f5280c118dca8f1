@NullMarked
package io.outputport.sharing.store.known;

import org.jspecify.annotations.NullMarked;
