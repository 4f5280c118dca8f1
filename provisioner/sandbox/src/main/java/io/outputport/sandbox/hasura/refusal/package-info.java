/** How the engine says no: Hasura's error body with its status, code and path. */
@NullMarked
package io.outputport.sandbox.hasura.refusal;

import org.jspecify.annotations.NullMarked;
