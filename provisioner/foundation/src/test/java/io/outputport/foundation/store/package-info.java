@NullMarked
package io.outputport.foundation.store;

import org.jspecify.annotations.NullMarked;
