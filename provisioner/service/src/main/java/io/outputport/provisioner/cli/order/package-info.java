/**
 * What commands share that ask a service: which one is asked, and how orders are sent and followed to their end.
 */
@NullMarked
package io.outputport.provisioner.cli.order;

import org.jspecify.annotations.NullMarked;
