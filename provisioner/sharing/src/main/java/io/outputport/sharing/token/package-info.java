/** Bearer tokens and the links by which they are made. Only hashes are kept; what is shown is shown once. Pure. */
@NullMarked
package io.outputport.sharing.token;

import org.jspecify.annotations.NullMarked;
