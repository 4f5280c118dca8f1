/** What a validation costs, beside a bare Micronaut endpoint that only parses the same YAML: START HERE: {@link io.outputport.benchmark.validation.ValidationScenario}. */
@NullMarked
package io.outputport.benchmark.validation;

import org.jspecify.annotations.NullMarked;
