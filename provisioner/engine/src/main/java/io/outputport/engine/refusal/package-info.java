/** How the engine says no: Hasura's error body with its status, code and path. */
@NullMarked
package io.outputport.engine.refusal;

import org.jspecify.annotations.NullMarked;
