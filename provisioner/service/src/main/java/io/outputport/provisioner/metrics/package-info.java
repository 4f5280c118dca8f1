/**
 * The meters of {@code measure} as metrics: for Prometheus, which asks for them, and for a collector, if the variables of
 * OpenTelemetry name one. The only package beside the drift check's that knows Micrometer.
 */
@NullMarked
package io.outputport.provisioner.metrics;

import org.jspecify.annotations.NullMarked;
