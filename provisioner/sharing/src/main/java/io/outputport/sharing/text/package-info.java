/** Text as the bytes that it is on the wire: what is written again and again is not made into strings in between. */
@NullMarked
package io.outputport.sharing.text;

import org.jspecify.annotations.NullMarked;
