/** Asks Hasura, as a role, whether the role sees what its port promises. */
@NullMarked
package io.outputport.provisioner.hasura.confirm;

import org.jspecify.annotations.NullMarked;
