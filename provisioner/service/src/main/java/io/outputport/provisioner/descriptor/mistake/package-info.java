/**
 * Why YAML cannot be read, told at the place where its author made the mistake: the scanner complains where it gives up,
 * which is often lines later. START HERE: {@link io.outputport.provisioner.descriptor.mistake.YamlMistakes}. Pure.
 */
@NullMarked
package io.outputport.provisioner.descriptor.mistake;

import org.jspecify.annotations.NullMarked;
