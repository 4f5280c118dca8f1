/**
 * The start of the service: the command, the one application context with its HTTP server, and what the outside world
 * gives (clock, ids). Everything else is below.
 */
@NullMarked
package io.outputport.provisioner;

import org.jspecify.annotations.NullMarked;
