/**
 * Judges a request before it becomes a task. {@link io.outputport.provisioner.flow.admission.DescriptorAdmission} begins.
 */
@NullMarked
package io.outputport.provisioner.flow.admission;

import org.jspecify.annotations.NullMarked;
