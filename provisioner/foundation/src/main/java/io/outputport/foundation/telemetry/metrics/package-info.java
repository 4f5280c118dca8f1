/** How metrics leave a server for a collector, if the variables of OpenTelemetry name one; Prometheus asks for them itself. */
@NullMarked
package io.outputport.foundation.telemetry.metrics;

import org.jspecify.annotations.NullMarked;
