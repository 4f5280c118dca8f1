@NullMarked
package io.outputport.provisioner.text;

import org.jspecify.annotations.NullMarked;
