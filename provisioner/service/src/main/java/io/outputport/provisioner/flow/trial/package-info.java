/**
 * Trying out what a consumer gets, where the operator allows it.
 */
@NullMarked
package io.outputport.provisioner.flow.trial;

import org.jspecify.annotations.NullMarked;
