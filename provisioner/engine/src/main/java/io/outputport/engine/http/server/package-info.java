/** The server that all stand-ins answer through: reads requests within bounds, and sends answers or faults. */
@NullMarked
package io.outputport.engine.http.server;

import org.jspecify.annotations.NullMarked;
