/**
 * Judges a descriptor by rules that need nothing but its text: all problems at once, each with its place and the remedy.
 * START HERE: {@link io.outputport.provisioner.descriptor.rule.DescriptorCheck}. Pure.
 */
@NullMarked
package io.outputport.provisioner.descriptor.rule;

import org.jspecify.annotations.NullMarked;
