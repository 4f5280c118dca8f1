/**
 * The verdict over a descriptor, at once or as a task, within a budget of time.
 */
@NullMarked
package io.outputport.provisioner.flow.validation;

import org.jspecify.annotations.NullMarked;
