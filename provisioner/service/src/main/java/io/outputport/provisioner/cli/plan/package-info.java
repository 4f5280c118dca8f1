/** The service's answer to a plan, laid out for the person at the terminal as tools for infrastructure do it. */
@NullMarked
package io.outputport.provisioner.cli.plan;

import org.jspecify.annotations.NullMarked;
