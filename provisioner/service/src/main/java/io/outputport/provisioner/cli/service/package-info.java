/** A service, here or elsewhere, spoken to over its own HTTP interface. */
@NullMarked
package io.outputport.provisioner.cli.service;

import org.jspecify.annotations.NullMarked;
