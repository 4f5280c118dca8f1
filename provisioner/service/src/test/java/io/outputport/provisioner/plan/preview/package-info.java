/** Schemas that consumers will see. */
@NullMarked
package io.outputport.provisioner.plan.preview;

import org.jspecify.annotations.NullMarked;
