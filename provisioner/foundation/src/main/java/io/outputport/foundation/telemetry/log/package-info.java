/**
 * The form of the log's lines, as text and as JSON: in one line, without secrets, stack traces below each other. Named by
 * {@code logback-text.xml} and {@code logback-json.xml} only.
 */
@NullMarked
package io.outputport.foundation.telemetry.log;

import org.jspecify.annotations.NullMarked;
