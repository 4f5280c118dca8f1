@NullMarked
package io.outputport.sharing.admin;

import org.jspecify.annotations.NullMarked;
