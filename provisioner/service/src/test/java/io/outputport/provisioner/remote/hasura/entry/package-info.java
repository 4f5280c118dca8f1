/** What waits for Hasura, on both databases. */
@NullMarked
package io.outputport.provisioner.remote.hasura.entry;

import org.jspecify.annotations.NullMarked;
