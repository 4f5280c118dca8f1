/**
 * The text of a descriptor as a tree of values that know their line and column: YAML or JSON, a safe subset within
 * limits. First step of reading; the next is {@code descriptor.parse}. Pure.
 */
@NullMarked
package io.outputport.provisioner.descriptor.tree;

import org.jspecify.annotations.NullMarked;
