/**
 * What others need to know of the queue as a whole: whether it works, that it stops, what waits in it.
 */
@NullMarked
package io.outputport.provisioner.task.life;

import org.jspecify.annotations.NullMarked;
