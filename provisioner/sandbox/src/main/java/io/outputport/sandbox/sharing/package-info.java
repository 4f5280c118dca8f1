/** Sample tables for the sharing server: rows of the sample database, as Delta tables in a folder. */
@NullMarked
package io.outputport.sandbox.sharing;

import org.jspecify.annotations.NullMarked;
