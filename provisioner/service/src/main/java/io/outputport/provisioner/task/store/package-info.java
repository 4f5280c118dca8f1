/**
 * The rows behind the queue: accepted tasks, their logs and how they ended, in H2 or PostgreSQL with the same SQL.
 */
@NullMarked
package io.outputport.provisioner.task.store;

import org.jspecify.annotations.NullMarked;
