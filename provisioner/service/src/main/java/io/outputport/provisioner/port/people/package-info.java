/**
 * Who may read a port, and what is known of that. Pure.
 */
@NullMarked
package io.outputport.provisioner.port.people;

import org.jspecify.annotations.NullMarked;
