/** JSON and text as the role mapper's framework writes them, which is Python's way. */
@NullMarked
package io.outputport.sandbox.rolemapper.python;

import org.jspecify.annotations.NullMarked;
