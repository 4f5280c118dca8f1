/** JWTs of an identity provider, checked by the keys that it publishes; what their claims allow is for others to say. */
@NullMarked
package io.outputport.foundation.caller.jwt;

import org.jspecify.annotations.NullMarked;
