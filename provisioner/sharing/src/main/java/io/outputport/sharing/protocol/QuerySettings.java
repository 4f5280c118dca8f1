package io.outputport.sharing.protocol;

import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.storage.AddressLifetime;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How long signed addresses are good for, and where readers reach this server. */
@Singleton
final class QuerySettings {
    private final Duration lifetime;
    private final Optional<URI> publicUrl;

    QuerySettings(Settings settings, AddressLifetime addresses) {
        this.lifetime = addresses.usual();
        this.publicUrl = settings.baseUrl("SHARING_PUBLIC_URL");
    }

    /** Where the share does not say less. */
    Duration lifetime() {
        return lifetime;
    }

    Optional<URI> publicUrl() {
        return publicUrl;
    }
}
