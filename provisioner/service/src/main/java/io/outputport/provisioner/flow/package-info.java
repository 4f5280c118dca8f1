/**
 * One class per operation, each fits one screen: start reading here. Between the HTTP edge and the pure middle.
 */
@NullMarked
package io.outputport.provisioner.flow;

import org.jspecify.annotations.NullMarked;
