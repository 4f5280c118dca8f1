/**
 * What one drift check sees of ports on Hasura.
 */
@NullMarked
package io.outputport.provisioner.hasura.watch;

import org.jspecify.annotations.NullMarked;
