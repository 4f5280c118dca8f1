@NullMarked
package io.outputport.foundation.text;

import org.jspecify.annotations.NullMarked;
