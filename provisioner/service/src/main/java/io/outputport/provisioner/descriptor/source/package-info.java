/**
 * The port behind which each kind of source database stands: what it reads from a descriptor and which facts it finds. Pure.
 */
@NullMarked
package io.outputport.provisioner.descriptor.source;

import org.jspecify.annotations.NullMarked;
