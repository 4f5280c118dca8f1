/** Who somebody is and what that allows, whatever the credential. */
@NullMarked
package io.outputport.foundation.caller.identity;

import org.jspecify.annotations.NullMarked;
