/**
 * What makes an operation one story across rows, threads and replicas: the context of its trace, and the fields that its
 * log lines carry. Speaks the API of OpenTelemetry and of SLF4J only, which are nothing while nobody listens.
 */
@NullMarked
package io.outputport.foundation.trace;

import org.jspecify.annotations.NullMarked;
