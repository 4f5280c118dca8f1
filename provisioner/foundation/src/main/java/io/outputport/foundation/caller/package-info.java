/**
 * Who may call the API, and how much: tokens of a file, JWTs of an identity provider, client certificates, a rate for
 * each caller, and the time that a request may take to arrive. Everything is off until a setting switches it on; the
 * filters of {@code api} ask it and turn its answers into HTTP.
 */
@NullMarked
package io.outputport.foundation.caller;

import org.jspecify.annotations.NullMarked;
