/**
 * How a task or a validation stands, each record named and shaped as the schema of the Tech Adapter API 2.5.0 of the same
 * name.
 */
@NullMarked
package io.outputport.provisioner.api.wire.status;

import org.jspecify.annotations.NullMarked;
