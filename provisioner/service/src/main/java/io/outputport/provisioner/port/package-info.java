/**
 * The seam: what every kind of output port can do. The operations know no other; a kind is one package with one bean that
 * implements {@link io.outputport.provisioner.port.PortTechnology}. Pure.
 */
@NullMarked
package io.outputport.provisioner.port;

import org.jspecify.annotations.NullMarked;
