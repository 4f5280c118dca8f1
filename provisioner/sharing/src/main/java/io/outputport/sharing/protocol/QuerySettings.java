package io.outputport.sharing.protocol;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How long signed addresses are good for, and where readers reach this server. */
@Singleton
final class QuerySettings {
    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Duration lifetime;
    private final Optional<URI> publicUrl;

    QuerySettings(Settings settings) {
        this.lifetime = settings.timeout("SHARING_URL_LIFETIME", USUAL);
        this.publicUrl = settings.baseUrl("SHARING_PUBLIC_URL");
        if (lifetime.compareTo(LONGEST) > 0) {
            throw new SettingsException(
                    "SHARING_URL_LIFETIME must be at most 1h: who lost access can read until then.");
        }
    }

    Duration lifetime() {
        return lifetime;
    }

    Optional<URI> publicUrl() {
        return publicUrl;
    }
}
