/**
 * Refusals, each record named and shaped as the schema of the Tech Adapter API 2.5.0 of the same name, and what they tell
 * beyond it to callers who ask.
 */
@NullMarked
package io.outputport.provisioner.api.wire.error;

import org.jspecify.annotations.NullMarked;
