/**
 * The operations from a terminal. START HERE: {@link io.outputport.provisioner.cli.CommandLineProgram}. What needs no
 * system runs without the framework; everything else speaks HTTP to a service, if need be to one that is started for it.
 */
@NullMarked
package io.outputport.provisioner.cli;

import org.jspecify.annotations.NullMarked;
