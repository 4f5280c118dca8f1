/**
 * One writer among all replicas: takes what waits, writes it as one wave, and gives each port its verdict.
 */
@NullMarked
package io.outputport.provisioner.hasura.wave.write;

import org.jspecify.annotations.NullMarked;
