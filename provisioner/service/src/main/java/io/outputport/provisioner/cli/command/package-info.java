/** One class for each command, and the options that several of them share. */
@NullMarked
package io.outputport.provisioner.cli.command;

import org.jspecify.annotations.NullMarked;
