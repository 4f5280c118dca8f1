/**
 * Start here: one class for each operation of the Tech Adapter API, each on one screen. {@link
 * io.outputport.provisioner.flow.Admission} judges a request before it becomes a task; the others carry tasks out.
 */
@NullMarked
package io.outputport.provisioner.flow;

import org.jspecify.annotations.NullMarked;
