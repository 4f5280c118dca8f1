/**
 * The ports that were carried out and who was given access: what has to be known of a port that neither Hasura nor the role
 * mapper can tell.
 */
@NullMarked
package io.outputport.provisioner.register;

import org.jspecify.annotations.NullMarked;
