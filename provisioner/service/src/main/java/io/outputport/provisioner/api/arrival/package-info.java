/**
 * Requests on their way in, before anything of them is read: how long each may take to arrive, and how much of them may
 * stand in memory meanwhile. Runs on the threads of the connections.
 */
@NullMarked
package io.outputport.provisioner.api.arrival;

import org.jspecify.annotations.NullMarked;
