/**
 * What follows from how an attempt ended: the end of the task, or the time of the next attempt. Pure: no clock, no database.
 */
@NullMarked
package io.outputport.provisioner.task.retry;

import org.jspecify.annotations.NullMarked;
