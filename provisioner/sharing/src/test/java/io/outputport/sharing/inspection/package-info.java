@NullMarked
package io.outputport.sharing.inspection;

import org.jspecify.annotations.NullMarked;
