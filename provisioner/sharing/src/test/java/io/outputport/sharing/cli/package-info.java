@NullMarked
package io.outputport.sharing.cli;

import org.jspecify.annotations.NullMarked;
