/**
 * The table that a descriptor names, found at its source: which technology has it, what it holds, who may publish it.
 */
@NullMarked
package io.outputport.provisioner.flow.source;

import org.jspecify.annotations.NullMarked;
