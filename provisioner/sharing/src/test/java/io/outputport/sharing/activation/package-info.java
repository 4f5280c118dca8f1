@NullMarked
package io.outputport.sharing.activation;

import org.jspecify.annotations.NullMarked;
