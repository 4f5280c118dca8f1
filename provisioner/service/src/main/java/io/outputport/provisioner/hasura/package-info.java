/**
 * Hasura v2 as the rest of the service sees it: {@link io.outputport.provisioner.hasura.Hasura} carries out the steps that
 * are Hasura's. Nothing of its document is ever logged: it holds other teams' secrets.
 */
@NullMarked
package io.outputport.provisioner.hasura;

import org.jspecify.annotations.NullMarked;
