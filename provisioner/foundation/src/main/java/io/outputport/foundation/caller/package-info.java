/**
 * Who may call an API: tokens of a file, JWTs of an identity provider, client certificates. Everything is off until a setting switches it on; the filters of a server ask {@code Callers} and turn its
 * answers into HTTP.
 */
@NullMarked
package io.outputport.foundation.caller;

import org.jspecify.annotations.NullMarked;
