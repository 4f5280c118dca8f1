/**
 * What the last check of all ports has found.
 */
@NullMarked
package io.outputport.provisioner.flow.watch.report;

import org.jspecify.annotations.NullMarked;
