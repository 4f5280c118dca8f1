package io.outputport.provisioner.remote.rolemapper;

import io.outputport.provisioner.settings.Settings;
import java.net.URI;
import java.time.Duration;

/**
 * Where the role mapper is.
 *
 * @param timeout for one call; generous, since the role mapper reads a whole schema for each
 */
record RoleMapperSettings(URI url, Duration timeout) {
    static RoleMapperSettings from(Settings settings) {
        return new RoleMapperSettings(
                settings.requiredUrl("ROLE_MAPPER_URL"),
                settings.timeout("ROLE_MAPPER_TIMEOUT", Duration.ofSeconds(60)));
    }
}
