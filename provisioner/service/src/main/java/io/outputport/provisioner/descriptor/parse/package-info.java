/**
 * The tree of a descriptor as the records of {@code descriptor.model}, with all the variants that descriptors are seen
 * in. What cannot be read is left out here and named by {@code descriptor.validate}. Pure.
 */
@NullMarked
package io.outputport.provisioner.descriptor.parse;

import org.jspecify.annotations.NullMarked;
