/**
 * What a technology would do, step by step: made before anything is done, so that it can be shown. Pure.
 */
@NullMarked
package io.outputport.provisioner.port.plan;

import org.jspecify.annotations.NullMarked;
