/**
 * The ports that were carried out, as a list for operators.
 */
@NullMarked
package io.outputport.provisioner.flow.ports;

import org.jspecify.annotations.NullMarked;
