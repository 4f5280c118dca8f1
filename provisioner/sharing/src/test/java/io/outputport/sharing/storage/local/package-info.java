@NullMarked
package io.outputport.sharing.storage.local;

import org.jspecify.annotations.NullMarked;
