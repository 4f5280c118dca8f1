/** The descriptors that a command is given, as they were typed. */
@NullMarked
package io.outputport.provisioner.cli.input;

import org.jspecify.annotations.NullMarked;
