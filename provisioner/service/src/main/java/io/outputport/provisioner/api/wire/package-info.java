/**
 * The bodies of the Tech Adapter API 2.5.0, each record named and shaped as the API's schema of the same name. What a
 * request must hold is {@code Optional} here all the same: a caller can leave anything out, and
 * {@link io.outputport.provisioner.api} says so in words.
 */
@NullMarked
package io.outputport.provisioner.api.wire;

import org.jspecify.annotations.NullMarked;
