/** That the figures of a validation are taken from the right calls. */
@NullMarked
package io.outputport.benchmark.validation;

import org.jspecify.annotations.NullMarked;
