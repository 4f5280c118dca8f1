@NullMarked
package io.outputport.provisioner.store;

import org.jspecify.annotations.NullMarked;
