/** What a contract's types promise, and which real ones keep it. */
@NullMarked
package io.outputport.provisioner.descriptor.type;

import org.jspecify.annotations.NullMarked;
