/**
 * The durable queue and the status behind a token. Knows nothing of Hasura: what a task does is behind {@link
 * io.outputport.provisioner.task.TaskHandler}.
 */
@NullMarked
package io.outputport.provisioner.task;

import org.jspecify.annotations.NullMarked;
