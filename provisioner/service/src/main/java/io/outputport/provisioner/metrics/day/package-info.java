/**
 * The last day of the meters, kept in memory.
 */
@NullMarked
package io.outputport.provisioner.metrics.day;

import org.jspecify.annotations.NullMarked;
