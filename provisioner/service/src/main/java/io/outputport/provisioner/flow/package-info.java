/**
 * Start here: one class for each operation that carries something out. {@link io.outputport.provisioner.flow.FlowFactory} is the
 * table of contents; requests are judged before by {@code flow.admission}.
 */
@NullMarked
package io.outputport.provisioner.flow;

import org.jspecify.annotations.NullMarked;
