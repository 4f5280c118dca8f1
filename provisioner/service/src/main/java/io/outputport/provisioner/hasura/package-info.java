/**
 * Hasura v2 as the rest of the service sees it: {@link io.outputport.provisioner.hasura.Hasura} carries out the steps that
 * are Hasura's. Nothing of its document is ever logged: it holds other teams' secrets.
 * None of its beans is there while {@code HASURA_URL} is not set.
 */
@NullMarked
@Configuration
@Requires(property = "provisioner.technology.hasura")
package io.outputport.provisioner.hasura;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
