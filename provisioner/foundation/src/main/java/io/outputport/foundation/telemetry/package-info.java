/**
 * What leaves a server for those who watch it: traces here, metrics in {@code metrics}, the form of the log in {@code log}.
 * Nobody imports it; the others speak to the OpenTelemetry API and to SLF4J, which cost nothing while nobody listens.
 */
@NullMarked
package io.outputport.foundation.telemetry;

import org.jspecify.annotations.NullMarked;
