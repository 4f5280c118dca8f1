/**
 * What every kind of output port has: people who may read it, how it stands, what is wrong with it. Pure.
 */
@NullMarked
package io.outputport.provisioner.port;

import org.jspecify.annotations.NullMarked;
