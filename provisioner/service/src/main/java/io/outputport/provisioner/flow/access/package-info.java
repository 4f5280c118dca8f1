/**
 * Who may read a port: the newest word of the platform, the identities that always may, and what a new word takes away,
 * which never waits for the queue.
 */
@NullMarked
package io.outputport.provisioner.flow.access;

import org.jspecify.annotations.NullMarked;
