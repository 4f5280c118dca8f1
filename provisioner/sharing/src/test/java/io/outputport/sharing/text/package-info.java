@NullMarked
package io.outputport.sharing.text;

import org.jspecify.annotations.NullMarked;
