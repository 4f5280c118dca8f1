@NullMarked
package io.outputport.sharing.storage;

import org.jspecify.annotations.NullMarked;
