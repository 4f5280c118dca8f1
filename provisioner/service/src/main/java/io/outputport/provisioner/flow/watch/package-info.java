/**
 * Watches over the ports that were carried out: compares what Hasura and the role mapper hold with what the register says,
 * tells in what they differ, and asks for repairs through the queue. Changes nothing itself.
 */
@NullMarked
package io.outputport.provisioner.flow.watch;

import org.jspecify.annotations.NullMarked;
