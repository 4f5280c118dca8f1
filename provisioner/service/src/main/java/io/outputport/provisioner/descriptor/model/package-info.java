/**
 * What a descriptor says, as records; every value that a message may point to remembers where it stood. Pure.
 */
@NullMarked
package io.outputport.provisioner.descriptor.model;

import org.jspecify.annotations.NullMarked;
