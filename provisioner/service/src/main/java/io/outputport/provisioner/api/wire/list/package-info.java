/**
 * Answers that the Tech Adapter API does not have: plans, tasks, ports, sources that hold nothing.
 */
@NullMarked
package io.outputport.provisioner.api.wire.list;

import org.jspecify.annotations.NullMarked;
