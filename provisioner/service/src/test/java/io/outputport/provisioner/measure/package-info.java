@NullMarked
package io.outputport.provisioner.measure;

import org.jspecify.annotations.NullMarked;
