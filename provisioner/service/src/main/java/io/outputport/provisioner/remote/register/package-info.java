/**
 * The register of ports in the task database: what has to be known of a port that neither Hasura nor the role mapper can
 * tell, above all who was last given access.
 */
@NullMarked
package io.outputport.provisioner.remote.register;

import org.jspecify.annotations.NullMarked;
