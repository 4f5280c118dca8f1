/**
 * How a recipient gets a token: a link with a code that is used once, or an identity that a provider has signed. The code is
 * in no address that a server or a proxy sees.
 */
@NullMarked
package io.outputport.sharing.activation;

import org.jspecify.annotations.NullMarked;
