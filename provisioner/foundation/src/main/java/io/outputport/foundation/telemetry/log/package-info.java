/**
 * The form of the log's lines, as text and as JSON: in one line, without secrets, stack traces below each other.
 */
@NullMarked
package io.outputport.foundation.telemetry.log;

import org.jspecify.annotations.NullMarked;
