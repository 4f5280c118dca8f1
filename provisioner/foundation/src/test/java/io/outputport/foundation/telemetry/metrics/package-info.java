@NullMarked
package io.outputport.foundation.telemetry.metrics;

import org.jspecify.annotations.NullMarked;
