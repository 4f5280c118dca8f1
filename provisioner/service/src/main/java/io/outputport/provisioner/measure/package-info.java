/**
 * What the service tells of itself to those who watch it: meters that are told what has happened, and standings that are
 * asked for. Pure; how it leaves the service is the business of {@code telemetry} and {@code api}.
 *
 * <p>Names that are told become labels of metrics, so there are few of each: never a component, never a text of others.
 */
@NullMarked
package io.outputport.provisioner.measure;

import org.jspecify.annotations.NullMarked;
