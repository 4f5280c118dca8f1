/**
 * Carries stored tasks out: runs the operation's handler, and writes down how it went.
 */
@NullMarked
package io.outputport.provisioner.task.run;

import org.jspecify.annotations.NullMarked;
