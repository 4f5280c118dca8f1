/**
 * What was asked for, as it is read from a request and as it is stored with its task.
 */
@NullMarked
package io.outputport.provisioner.flow.order;

import org.jspecify.annotations.NullMarked;
