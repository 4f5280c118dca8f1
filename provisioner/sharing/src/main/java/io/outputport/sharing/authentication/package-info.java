/**
 * Who makes a call of the protocol: bearer tokens of ours, and identities that a provider has signed. Fails closed; whoever
 * is refused learns no reason.
 */
@NullMarked
package io.outputport.sharing.authentication;

import org.jspecify.annotations.NullMarked;
