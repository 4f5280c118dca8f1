/**
 * Takes work in within its bounds, and lets db-scheduler say when something is due.
 */
@NullMarked
package io.outputport.provisioner.task.queue;

import org.jspecify.annotations.NullMarked;
