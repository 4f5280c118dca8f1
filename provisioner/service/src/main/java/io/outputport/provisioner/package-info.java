/** The start of the service. */
@NullMarked
package io.outputport.provisioner;

import org.jspecify.annotations.NullMarked;
