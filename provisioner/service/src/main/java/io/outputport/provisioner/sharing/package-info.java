/**
 * Output ports that are shares of a Delta Sharing server: {@link io.outputport.provisioner.sharing.SharingTechnology} plans
 * and carries them out through the server's admin API. None of its beans is there while {@code SHARING_URL} is not set.
 */
@NullMarked
@Configuration
@Requires(property = "provisioner.technology.delta-sharing")
package io.outputport.provisioner.sharing;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
