/**
 * The start of the service: the command, the one application context with its HTTP server, and what the outside world
 * gives (clock, ids). Everything else is below. In a process with other servers, their contexts do not have its beans.
 */
@NullMarked
@Configuration
@Requires(missingProperty = "sharing.server")
package io.outputport.provisioner;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
