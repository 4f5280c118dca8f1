/**
 * Bodies that come in, each record named and shaped as the schema of the Tech Adapter API 2.5.0 of the same name. What a
 * request must hold is {@code Optional} here all the same: a caller can leave anything out, and {@code api.body} says so in
 * words.
 */
@NullMarked
package io.outputport.provisioner.api.wire.request;

import org.jspecify.annotations.NullMarked;
