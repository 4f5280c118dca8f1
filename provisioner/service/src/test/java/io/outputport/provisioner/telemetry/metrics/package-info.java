@NullMarked
package io.outputport.provisioner.telemetry.metrics;

import org.jspecify.annotations.NullMarked;
