/** Which files of a version go into an answer: those that are granted, then those that are wanted, then a page of them. */
@NullMarked
package io.outputport.sharing.protocol.selection;

import org.jspecify.annotations.NullMarked;
