/**
 * A second technology, as small as one can be: a port that is a file. It shows that the operations know no other way to a
 * port than {@code port.PortTechnology}.
 */
@NullMarked
package io.outputport.provisioner.file;

import org.jspecify.annotations.NullMarked;
