/**
 * The tasks, as a list for operators.
 */
@NullMarked
package io.outputport.provisioner.task.list;

import org.jspecify.annotations.NullMarked;
