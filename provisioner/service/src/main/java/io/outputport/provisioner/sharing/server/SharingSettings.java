package io.outputport.provisioner.sharing.server;

import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the sharing server is.
 *
 * @param token of an operator who may write
 * @param timeout for one call; long enough for a look into a storage
 * @param publicUrl where consumers reach it, when it is known
 */
public record SharingSettings(URI url, Secret token, Duration timeout, Optional<URI> publicUrl) {
    public static SharingSettings from(Settings settings) {
        return new SharingSettings(
                settings.requiredUrl("SHARING_URL"),
                settings.requiredHeaderSecret("SHARING_ADMIN_TOKEN"),
                settings.timeout("SHARING_TIMEOUT", Duration.ofSeconds(30)),
                settings.baseUrl("SHARING_PUBLIC_URL"));
    }
}
