@NullMarked
package io.outputport.provisioner.descriptor.mistake;

import org.jspecify.annotations.NullMarked;
