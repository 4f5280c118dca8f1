@NullMarked
package io.outputport.sharing.authentication;

import org.jspecify.annotations.NullMarked;
