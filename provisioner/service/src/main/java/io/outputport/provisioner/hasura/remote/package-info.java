/**
 * The systems that a port on Hasura is set up in: Hasura itself, and the role mapper that tells it who may use a role.
 */
@NullMarked
package io.outputport.provisioner.hasura.remote;

import org.jspecify.annotations.NullMarked;
