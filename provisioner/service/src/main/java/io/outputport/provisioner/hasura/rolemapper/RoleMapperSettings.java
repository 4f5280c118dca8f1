package io.outputport.provisioner.hasura.rolemapper;

import io.outputport.foundation.settings.Settings;
import java.net.URI;
import java.time.Duration;

/**
 * Where the role mapper is, and how long it may take.
 *
 * @param timeout for one call; generous, since the role mapper reads a whole schema for each
 * @param perEntry added for each user, group or root field of a call, since it writes them one after the other
 */
record RoleMapperSettings(URI url, Duration timeout, Duration perEntry) {
    static RoleMapperSettings from(Settings settings) {
        return new RoleMapperSettings(
                settings.requiredUrl("ROLE_MAPPER_URL"),
                settings.timeout("ROLE_MAPPER_TIMEOUT", Duration.ofSeconds(60)),
                settings.duration("ROLE_MAPPER_TIMEOUT_PER_ENTRY", Duration.ofMillis(250)));
    }

    Duration patience(int entries) {
        return timeout.plus(perEntry.multipliedBy(entries));
    }
}
