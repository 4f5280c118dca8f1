/**
 * The start of the sharing server: the command, the one application context with its HTTP server, and what the outside
 * world gives (clock, ids, chance). Everything else is below. Where several servers are in one process, only the context
 * that is told so has the beans of this one.
 */
@NullMarked
@Configuration
@Requires(property = SharingServer.SWITCH)
package io.outputport.sharing;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
